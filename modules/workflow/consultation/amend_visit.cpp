#include "workflow/consultation/amend_visit.h"

#include "core/text.h"
#include "workflow/consultation/note_in_force.h"
#include "workflow/consultation/prescription_rows.h"
#include "workflow/consultation/visit_signature.h"

#include <algorithm>

namespace simiao::workflow {

namespace {

Result<void> checkTexts(const VisitAmendment &amendment)
{
    for (const auto &section : amendment.sections) {
        TRY_VOID(checkedText(section.text));
    }
    for (const auto &diagnosis : amendment.diagnoses) {
        TRY_VOID(checkedText(diagnosis.note));
    }
    return checkLineTexts(amendment.medications);
}

/// The visit as it would be, for the rules.
VisitDraft draftOf(const VisitAmendment &amendment, const std::vector<clinical::Condition> &diagnoses)
{
    VisitDraft draft;
    for (const auto &section : amendment.sections)
        draft.sections.insert_or_assign(section.code, section.text);
    for (const auto &diagnosis : diagnoses)
        draft.diagnoses.push_back({diagnosis.code, diagnosis.note});
    draft.diagnoses.insert(draft.diagnoses.end(), amendment.diagnoses.begin(), amendment.diagnoses.end());
    draft.medications = amendment.medications;
    return draft;
}

std::vector<clinical::Condition> diagnosesOf(std::vector<clinical::Condition> conditions,
                                             Id<administration::Encounter> encounter)
{
    std::erase_if(conditions, [&](const clinical::Condition &one) { return one.encounter != encounter; });
    return conditions;
}

clinical::Composition nextVersion(const Context &context,
                                  clinical::Composition note,
                                  const std::vector<clinical::Section> &sections)
{
    note.id = context.newId<clinical::Composition>();
    note.status = clinical::CompositionStatus::Amended;
    note.author = context.session.account;
    note.signedAt = context.clock->now();
    note.sections = sections;
    return note;
}

int lastRank(const std::vector<clinical::Condition> &diagnoses)
{
    int rank = 0;
    for (const auto &one : diagnoses)
        rank = std::max(rank, one.rank);
    return rank;
}

/// What is stored, or the first thing against it.
Result<UnitOfWork> amending(const Context &context,
                            Uuid command,
                            const VisitAmendment &amendment,
                            const ReferenceData &reference,
                            Reader &rows)
{
    TRY_VOID(checkTexts(amendment));
    TRY(const auto task, rows.get(one(amendment.task)));
    TRY(const auto encounter, rows.get(one(task.encounter)));
    TRY(const auto notes, rows.get(all(query::compositionsOfPatient, task.patient)));
    const auto *note = noteInForce(notes, task.encounter);
    if (!note)
        return Error{ErrorKind::Conflict, QStringLiteral("queue.state"), codeOf(task.status)};
    if (encounter.version != amendment.baseVersion)
        return Error{ErrorKind::Conflict, QStringLiteral("store.version"), QStringLiteral("encounter")};
    TRY(const auto patient, rows.get(one(task.patient)));
    TRY(const auto allergies, rows.get(all(query::allergiesOfPatient, task.patient)));
    TRY(const auto conditions, rows.get(all(query::conditionsOfPatient, task.patient)));
    TRY(const auto drugs, rows.get(several(drugsOf(amendment.medications))));
    const SigningFacts facts{patient, allergies, context.clock->today(), context.session.title};
    const auto lines = preparedLines(drugs, amendment.medications, facts, reference);
    const auto diagnoses = diagnosesOf(conditions, task.encounter);
    const auto *noteTemplate = reference.noteTemplate(note->type);
    if (!noteTemplate)
        return Error{ErrorKind::Internal, QStringLiteral("sign.no-template")};
    const auto found = obstacles(draftOf(amendment, diagnoses), lines, *noteTemplate,
                                 sheetFindings(lines, facts, reference));
    if (!found.empty())
        return Error{ErrorKind::Invalid, found.front().code, found.front().field};

    auto work = context.begin(command, kSigningNote, task.patient,
                              QStringLiteral("amended lines=%1").arg(lines.size()));
    const bool isOtherNote = note->sections != amendment.sections;
    if (isOtherNote)
        work.insert(nextVersion(context, *note, amendment.sections));
    addDiagnoses(work, context, task, amendment.diagnoses, lastRank(diagnoses));
    addPrescriptions(work, context, task, lines, facts, reference);
    if (isOtherNote || !amendment.diagnoses.empty() || !lines.empty())
        work.update(encounter); // the base of whoever amends next
    return work;
}

} // namespace

Task<Result<SignedVisit>> amendVisit(Context context,
                                     Uuid command,
                                     VisitAmendment amendment,
                                     std::shared_ptr<const ReferenceData> reference)
{
    auto authorising = authoriseSigning(context, !amendment.medications.empty());
    CO_TRY_VOID(co_await authorising);
    auto storing = context.store->decide(
        command, [=](Reader &rows) { return amending(context, command, amendment, *reference, rows); });
    CO_TRY(const auto receipt, co_await storing);
    co_return signedVisit(receipt);
}

} // namespace simiao::workflow
