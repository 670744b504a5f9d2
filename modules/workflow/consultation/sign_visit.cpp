#include "workflow/consultation/sign_visit.h"

#include "core/text.h"
#include "workflow/consultation/prescription_rows.h"

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

void addDiagnoses(UnitOfWork &work,
                  const Context &context,
                  const scheduling::QueueTask &task,
                  const VisitDraft &draft)
{
    int rank = 0;
    for (const auto &diagnosis : draft.diagnoses) {
        clinical::Condition condition;
        condition.id = context.newId<clinical::Condition>();
        condition.patient = task.patient;
        condition.encounter = task.encounter;
        condition.code = diagnosis.code;
        condition.rank = ++rank;
        condition.note = diagnosis.note;
        work.insert(condition);
    }
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

SignedVisit signedVisit(const Receipt &receipt)
{
    return {receipt, QStringList(receipt.numbers.begin(), receipt.numbers.end()).join(QStringLiteral(", "))};
}

Error obstacleError(const SigningObstacle &obstacle)
{
    return {ErrorKind::Invalid, obstacle.code, obstacle.field};
}

} // namespace

Task<Result<SignedVisit>> signVisit(Context context,
                                    Uuid command,
                                    Id<scheduling::QueueTask> taskId,
                                    VisitDraft draft,
                                    std::shared_ptr<const ReferenceData> reference)
{
    const auto act = QStringLiteral("composition.sign");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    if (!draft.medications.empty()) {
        auto authorisingDrugs = authorise(context, QStringLiteral("medication-request.sign"));
        CO_TRY_VOID(co_await authorisingDrugs);
    }
    // Both are asked before either is awaited: one way to the store and back less.
    auto asking = context.store->receiptOf(command);
    auto loading = load(context.store, taskId);
    CO_TRY(const auto earlier, co_await asking);
    if (earlier)
        co_return signedVisit(*earlier);
    CO_TRY_VOID(checkTexts(draft));
    CO_TRY(const auto task, co_await loading);
    if (!scheduling::isAllowed(task.status, scheduling::TaskStatus::Completed))
        co_return Error{ErrorKind::Conflict, QStringLiteral("queue.state"), codeOf(task.status)};
    auto gathering = ask(context.store, one(task.encounter), one(task.patient),
                         all(query::allergiesOfPatient, task.patient), several(drugsOf(draft.medications)));
    CO_TRY(const auto gathered, co_await gathering);
    const auto &[encounter, patient, allergies, drugs] = gathered;
    const SigningFacts facts{patient, allergies, context.clock->today(), context.session.title};
    const auto lines = preparedLines(drugs, draft.medications, facts, *reference);

    const auto *noteTemplate = reference->noteTemplate(
        draft.noteTemplate.isEmpty() ? QStringLiteral("first-visit") : draft.noteTemplate);
    if (!noteTemplate)
        co_return Error{ErrorKind::Internal, QStringLiteral("sign.no-template")};
    const auto found = obstacles(draft, lines, *noteTemplate, sheetFindings(lines, facts, *reference));
    if (!found.empty())
        co_return obstacleError(found.front());

    auto work = context.begin(command, act, task.patient, QStringLiteral("lines=%1").arg(lines.size()));
    work.insert(noteOf(context, task, draft, *noteTemplate, *reference));
    addDiagnoses(work, context, task, draft);
    addPrescriptions(work, context, task, lines, facts, *reference);
    finishVisit(work, context, task, encounter);
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);
    co_return signedVisit(receipt);
}

} // namespace simiao::workflow
