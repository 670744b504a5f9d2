#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// A pharmacist's verdict.
struct Review
{
    Id<medications::Prescription> prescription;
    bool isPassed = false;
    /// What the doctor should change; needed when returned.
    QString note;
};

/// Passes a signed prescription (its lines can then be charged) or returns it to the doctor with words.
/// Act `prescription.review`. Invalid `review.note-missing`; Conflict `prescription.state` (detail: its status).
Task<Result<medications::Prescription>> reviewPrescription(Context context, Uuid command, Review review);

} // namespace simiao::workflow
