#pragma once

#include "workflow/consultation/sign_visit.h"

namespace simiao::workflow {

/// A prescription that the pharmacist sent back, with whom and what visit it concerns.
struct ReturnedPrescription
{
    medications::Prescription prescription; ///< reviewNote holds the pharmacist's words
    administration::Patient patient;
    scheduling::QueueTask task; ///< opens the visit

    bool operator==(const ReturnedPrescription &) const = default;
};

/// Those that the session's physician signed, and those of her department: whoever is there answers. Oldest first.
/// Act `queue.read`.
Task<Result<std::vector<ReturnedPrescription>>> returnedPrescriptions(Context context);

/// What the physician does with a returned prescription.
struct ReturnAnswer
{
    Id<medications::Prescription> prescription;
    /// The orders as they shall stand; as they were confirms them, none withdraws the prescription.
    std::vector<MedicationDraft> lines;
    /// What was changed, or why it stands.
    QString reason;
};

/// Signs a returned prescription again: a new act by whoever signs now, with a reason; the pharmacist reviews it anew. Lines
/// that are the same stay, others are cancelled and written anew; nothing is overwritten. The number stays.
/// Act `medication-request.sign`. Invalid `answer.reason-missing`, or the code of the first of lineObstacles(): the rules
/// are asked again with the facts of the store; Conflict `prescription.state` unless it is returned.
Task<Result<medications::Prescription>> answerReturned(Context context,
                                                       Uuid command,
                                                       ReturnAnswer answer,
                                                       std::shared_ptr<const ReferenceData> reference);

} // namespace simiao::workflow
