#pragma once

#include "domain/administration/patient.h"
#include "domain/medications/medication_statement.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

inline constexpr Query<administration::Patient, QString> patientByMrn{"patient/by_mrn", {"mrn"}};

/// Whom other systems know under numbers of their own.
inline constexpr Query<administration::Patient> patientsWithIdentifiers{"patient/with_identifiers", {}};

/// What the patient takes or took by the record of other systems, the latest first.
inline constexpr Query<medications::MedicationStatement, Id<administration::Patient>>
    medicationStatementsOfPatient{"medication_statement/of_patient", {"patient"}};

} // namespace simiao::workflow::query
