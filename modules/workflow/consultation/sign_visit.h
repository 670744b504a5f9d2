#pragma once

#include "workflow/consultation/visit_draft.h"
#include "workflow/context.h"
#include "workflow/ports/queries.h"
#include "workflow/reference_data.h"

namespace simiao::workflow {

/// Something that keeps a draft from being signed, and where it stands.
struct SigningObstacle
{
    QString field; ///< as the journal names it: note.<code>, diagnoses, medications, orderText
    QString
        code; ///< sign.section-missing, sign.diagnosis-missing, sign.order-text-left, sign.blocked, sign.reason-missing …
    LocalText text;

    bool operator==(const SigningObstacle &) const = default;
};

/// One drug line with everything that follows from it: quantity, price, findings.
struct PreparedLine
{
    medications::Medication medication;
    MedicationDraft draft;
    Result<std::int64_t> quantity;
    Money price;
    std::vector<Issue> issues;
};

/// What the rules look at besides the draft.
struct SigningFacts
{
    administration::Patient patient;
    std::vector<clinical::AllergyIntolerance> allergies;
};

/// Quantity, price and findings of a line. Pure; runs on every key.
PreparedLine prepareLine(const medications::Medication &medication,
                         const MedicationDraft &draft,
                         const SigningFacts &facts,
                         const ReferenceData &reference);

/// Why the draft cannot be signed yet, in the order of the screen; empty means it can. Pure.
std::vector<SigningObstacle> obstacles(const VisitDraft &draft,
                                       const std::vector<PreparedLine> &lines,
                                       const NoteTemplate &noteTemplate);

/// What was signed.
struct SignedVisit
{
    Receipt receipt;
    QString prescriptionNumber; ///< empty when no drug was ordered
};

/// Signs note, diagnoses and prescription and ends the visit, in one commit. Acts `composition.sign` and, with drugs,
/// `medication-request.sign`. Conflict `queue.state` when the visit is not in progress; Invalid with the code of the first
/// of obstacles(): the rules are asked again here, with the facts of the store; Invalid `text.nul` or
/// `text.lone-surrogate`.
Task<Result<SignedVisit>> signVisit(Context context,
                                    Uuid command,
                                    Id<scheduling::QueueTask> task,
                                    VisitDraft draft,
                                    std::shared_ptr<const ReferenceData> reference);

} // namespace simiao::workflow
