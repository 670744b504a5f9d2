#pragma once

#include "domain/clinical/composition.h"
#include "domain/clinical/condition.h"
#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// What was on record when a visit was opened.
struct VisitRecord
{
    scheduling::QueueTask task;
    administration::Encounter encounter;
    administration::Patient patient;
    std::vector<clinical::AllergyIntolerance> allergies;
    std::vector<clinical::Condition> conditions;
    std::vector<clinical::Composition> notes;
    std::vector<diagnostics::Observation> observations;
    std::vector<diagnostics::ImagingStudy> studies;
};

/// Fetches the record of the patient behind a queue entry, once for all panels. Act `patient.read`, audited.
Task<Result<VisitRecord>> openVisit(Context context, Id<scheduling::QueueTask> task);

} // namespace simiao::workflow
