#pragma once

#include "workflow/consultation/sign_visit.h"

namespace simiao::workflow {

/// A second physician's part of a visit that the first has signed.
struct VisitAmendment
{
    Id<scheduling::QueueTask> task;
    /// Version of the encounter that was looked at: it moves with each version of the note.
    int baseVersion = 0;
    /// The whole note as it shall stand.
    std::vector<clinical::Section> sections;
    /// What is added; what is signed stays.
    std::vector<DiagnosisDraft> diagnoses;
    std::vector<MedicationDraft> medications;
};

/// Signs the next version of a signed visit's note. The version before it stays as it was signed; diagnoses get the next
/// ranks, drugs a prescription of their own. Without a change nothing is stored but the act.
/// Act `composition.sign`, with drugs also `medication-request.sign`. Conflict `store.version` (encounter) when there is a newer
/// version than was looked at, `queue.state` unless the visit is signed; Invalid with the code of the first of obstacles(),
/// `text.nul`, `text.lone-surrogate`.
Task<Result<SignedVisit>> amendVisit(Context context,
                                     Uuid command,
                                     VisitAmendment amendment,
                                     std::shared_ptr<const ReferenceData> reference);

} // namespace simiao::workflow
