#pragma once

#include "domain/administration/encounter.h"
#include "domain/clinical/allergy_intolerance.h"
#include "domain/clinical/condition.h"
#include "domain/diagnostics/observation.h"
#include "domain/medications/medication_statement.h"

namespace simiao::workflow {

/// A person with her history as another system tells of it. Ids are made and rows refer to each other by them; the
/// number (MRN) and the keys of the name come with the import.
struct PatientHistory
{
    /// Where the person stands in the file, e.g. "entry[0].resource.Patient"; errors name it.
    QString entry;
    administration::Patient patient;
    std::vector<administration::Encounter> encounters;
    std::vector<clinical::Condition> conditions;
    std::vector<clinical::AllergyIntolerance> allergies;
    std::vector<diagnostics::Observation> observations;
    std::vector<medications::MedicationStatement> medicationStatements;
};

} // namespace simiao::workflow
