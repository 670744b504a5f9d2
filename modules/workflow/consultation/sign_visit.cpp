#include "workflow/consultation/sign_visit.h"

#include "core/text.h"
#include "workflow/consultation/prescription_rows.h"
#include "workflow/consultation/visit_signature.h"

#include <algorithm>

namespace simiao::workflow {

namespace {

bool holdsSection(const NoteTemplate &noteTemplate, const QString &code)
{
    return std::ranges::find(noteTemplate.sections, code, &NoteSection::code) != noteTemplate.sections.end();
}

/// What was typed under a section that the template does not have: signed all the same, nothing typed is lost.
void addOtherSections(clinical::Composition &note,
                      const VisitDraft &draft,
                      const NoteTemplate &noteTemplate,
                      const ReferenceData &reference)
{
    for (const auto &[code, text] : draft.sections) {
        if (text.trimmed().isEmpty() || holdsSection(noteTemplate, code))
            continue;
        QString title = code;
        for (const auto &other : reference.noteTemplates) {
            for (const auto &section : other.sections)
                title = section.code == code ? section.title.zh : title;
        }
        note.sections.push_back({code, title, text});
    }
}

clinical::Composition noteOf(const Context &context,
                             const scheduling::QueueTask &task,
                             const VisitDraft &draft,
                             const NoteTemplate &noteTemplate,
                             const ReferenceData &reference)
{
    clinical::Composition note;
    note.id = context.newId<clinical::Composition>();
    note.patient = task.patient;
    note.encounter = task.encounter;
    note.status = clinical::CompositionStatus::Final;
    note.type = noteTemplate.code;
    note.author = context.session.account;
    note.signedAt = context.clock->now();
    for (const auto &section : noteTemplate.sections) {
        const auto text = draft.sections.find(section.code);
        note.sections.push_back(
            {section.code, section.title.zh, text == draft.sections.end() ? QString() : text->second});
    }
    addOtherSections(note, draft, noteTemplate, reference);
    return note;
}

void finishVisit(UnitOfWork &work,
                 const Context &context,
                 scheduling::QueueTask task,
                 administration::Encounter encounter)
{
    task.status = scheduling::TaskStatus::Completed;
    encounter.status = scheduling::encounterStatusFor(task.status);
    encounter.end = context.clock->now();
    work.update(task).update(encounter);
}

/// What no store keeps intact is refused here: signed, it would make the patient's record unreadable.
Result<void> checkTexts(const VisitDraft &draft)
{
    for (const auto &[code, text] : draft.sections) {
        TRY_VOID(checkedText(text));
    }
    for (const auto &diagnosis : draft.diagnoses) {
        TRY_VOID(checkedText(diagnosis.note));
    }
    return checkLineTexts(draft.medications);
}

Error obstacleError(const SigningObstacle &obstacle)
{
    return {ErrorKind::Invalid, obstacle.code, obstacle.field};
}

/// What the signature stores, or the first thing against it.
Result<UnitOfWork> signing(const Context &context,
                           Uuid command,
                           Id<scheduling::QueueTask> taskId,
                           const VisitDraft &draft,
                           const ReferenceData &reference,
                           Reader &rows)
{
    TRY_VOID(checkTexts(draft));
    TRY(const auto task, rows.get(one(taskId)));
    if (!scheduling::isAllowed(task.status, scheduling::TaskStatus::Completed))
        return Error{ErrorKind::Conflict, QStringLiteral("queue.state"), codeOf(task.status)};
    TRY(const auto encounter, rows.get(one(task.encounter)));
    TRY(const auto patient, rows.get(one(task.patient)));
    TRY(const auto allergies, rows.get(all(query::allergiesOfPatient, task.patient)));
    TRY(const auto drugs, rows.get(several(drugsOf(draft.medications))));
    const SigningFacts facts{patient, allergies, context.clock->today(), context.session.title};
    const auto lines = preparedLines(drugs, draft.medications, facts, reference);

    const auto *noteTemplate = reference.noteTemplate(
        draft.noteTemplate.isEmpty() ? QStringLiteral("first-visit") : draft.noteTemplate);
    if (!noteTemplate)
        return Error{ErrorKind::Internal, QStringLiteral("sign.no-template")};
    const auto found = obstacles(draft, lines, *noteTemplate, sheetFindings(lines, facts, reference));
    if (!found.empty())
        return obstacleError(found.front());

    auto work =
        context.begin(command, kSigningNote, task.patient, QStringLiteral("lines=%1").arg(lines.size()));
    work.insert(noteOf(context, task, draft, *noteTemplate, reference));
    addDiagnoses(work, context, task, draft.diagnoses);
    addPrescriptions(work, context, task, lines, facts, reference);
    finishVisit(work, context, task, encounter);
    return work;
}

} // namespace

Task<Result<SignedVisit>> signVisit(Context context,
                                    Uuid command,
                                    Id<scheduling::QueueTask> task,
                                    VisitDraft draft,
                                    std::shared_ptr<const ReferenceData> reference)
{
    auto authorising = authoriseSigning(context, !draft.medications.empty());
    CO_TRY_VOID(co_await authorising);
    auto storing = context.store->decide(
        command, [=](Reader &rows) { return signing(context, command, task, draft, *reference, rows); });
    CO_TRY(const auto receipt, co_await storing);
    co_return signedVisit(receipt);
}

} // namespace simiao::workflow
