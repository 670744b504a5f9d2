#pragma once

#include "workflow/consultation/visit_draft.h"
#include "workflow/context.h"
#include "workflow/ports/queries.h"
#include "workflow/reference_data.h"

namespace simiao::workflow {

/// Something that keeps a draft from being signed, and where it stands.
struct SigningObstacle
{
    QString field; ///< as the journal names it: note.<code>, diagnoses, medications, orderText, answer
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
    /// Day of signing; invalid: the rules of prescriptions are not asked.
    Date today = {};
    /// Title of who signs, in words.
    QString prescriberTitle = {};
};

/// The facts as the rules of prescriptions look at them.
medications::PrescriptionFacts prescriptionFacts(const SigningFacts &facts);

/// A finding on a prescription as a whole.
struct SheetFinding
{
    int sheet = 1;
    Issue issue;

    bool operator==(const SheetFinding &) const = default;
};

/// Quantity, price and findings of a line. Pure; runs on every key.
PreparedLine prepareLine(const medications::Medication &medication,
                         const MedicationDraft &draft,
                         const SigningFacts &facts,
                         const ReferenceData &reference);

/// The lines of each prescription, by its number on the screen; they point into `lines`. Pure.
std::map<int, std::vector<const PreparedLine *>> linesBySheet(const std::vector<PreparedLine> &lines);

/// The drugs of a prescription, in the order of its lines.
std::vector<medications::Medication> drugsOf(const std::vector<const PreparedLine *> &lines);

/// What the rules say of the prescriptions as a whole, sheet by sheet. Pure.
std::vector<SheetFinding> sheetFindings(const std::vector<PreparedLine> &lines,
                                        const SigningFacts &facts,
                                        const ReferenceData &reference);

/// The lines on so many prescriptions that none has more drugs than the rules allow, in their order. Pure.
std::vector<MedicationDraft> splitBySheet(std::vector<MedicationDraft> lines,
                                          const medications::PrescriptionRules &rules);

/// What stands in the way on the lines alone. Pure.
std::vector<SigningObstacle> lineObstacles(const std::vector<PreparedLine> &lines,
                                           const std::vector<SheetFinding> &sheets);

/// Why the draft cannot be signed yet, in the order of the screen; empty means it can. Pure.
std::vector<SigningObstacle> obstacles(const VisitDraft &draft,
                                       const std::vector<PreparedLine> &lines,
                                       const NoteTemplate &noteTemplate,
                                       const std::vector<SheetFinding> &sheets = {});

/// What was signed.
struct SignedVisit
{
    Receipt receipt;
    QString prescriptionNumber; ///< empty when no drug was ordered; several joined by ", "
};

/// Signs note, diagnoses and prescription and ends the visit, in one commit. Acts `composition.sign` and, with drugs,
/// `medication-request.sign`. The note follows VisitDraft::noteTemplate, the first-visit template when it names none. Conflict `queue.state` when the visit is not in progress; Invalid with the code of the first
/// of obstacles(): the rules are asked again here, with the facts of the store; Invalid `text.nul` or
/// `text.lone-surrogate`.
Task<Result<SignedVisit>> signVisit(Context context,
                                    Uuid command,
                                    Id<scheduling::QueueTask> task,
                                    VisitDraft draft,
                                    std::shared_ptr<const ReferenceData> reference);

} // namespace simiao::workflow
