#include "workflow/consultation/sign_visit.h"

#include "core/text.h"

namespace simiao::workflow {

namespace {

clinical::Composition noteOf(const Context &context,
                             const scheduling::QueueTask &task,
                             const VisitDraft &draft,
                             const NoteTemplate &noteTemplate)
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

medications::MedicationRequest requestOf(const Context &context,
                                         const medications::Prescription &prescription,
                                         const PreparedLine &line,
                                         int number)
{
    medications::MedicationRequest request;
    request.id = context.newId<medications::MedicationRequest>();
    request.prescription = prescription.id;
    request.patient = prescription.patient;
    request.encounter = prescription.encounter;
    request.medication = line.medication.id;
    request.medicationName = line.medication.name;
    request.line = number;
    request.status = medications::MedicationRequestStatus::Active;
    request.dosage = line.draft.dosage;
    request.quantity = line.quantity.value_or(0);
    request.quantityUnit = line.medication.smallestUnit;
    request.price = line.price;
    request.overrideReason = line.draft.overrideReason;
    return request;
}

medications::Prescription prescriptionOf(const Context &context,
                                         const scheduling::QueueTask &task,
                                         const administration::Patient &patient,
                                         const std::vector<PreparedLine> &lines)
{
    std::vector<medications::Medication> drugs;
    for (const auto &line : lines)
        drugs.push_back(line.medication);
    const auto age = ageOn(patient.birthDate, context.clock->today());
    medications::Prescription prescription;
    prescription.id = context.newId<medications::Prescription>();
    prescription.patient = task.patient;
    prescription.encounter = task.encounter;
    prescription.author = context.session.account;
    prescription.status = medications::PrescriptionStatus::Signed;
    prescription.form = medications::formFor(drugs, age ? std::optional(*age) : std::nullopt);
    prescription.authoredOn = context.clock->now();
    return prescription;
}

void addPrescription(UnitOfWork &work,
                     const Context &context,
                     const medications::Prescription &prescription,
                     const std::vector<PreparedLine> &lines)
{
    const QString day = context.clock->today().toIso().remove(QLatin1Char('-'));
    work.insert(prescription)
        .numbered(&medications::Prescription::number,
                  {QStringLiteral("prescription/") + day, QStringLiteral("P") + day, 4});
    int number = 0;
    for (const auto &line : lines)
        work.insert(requestOf(context, prescription, line, ++number));
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

std::vector<Id<medications::Medication>> drugsOf(const VisitDraft &draft)
{
    std::vector<Id<medications::Medication>> drugs;
    for (const auto &line : draft.medications)
        drugs.push_back(line.medication);
    return drugs;
}

std::vector<PreparedLine> preparedLines(const std::vector<medications::Medication> &drugs,
                                        const VisitDraft &draft,
                                        const SigningFacts &facts,
                                        const ReferenceData &reference)
{
    std::vector<PreparedLine> lines;
    for (std::size_t at = 0; at < drugs.size(); ++at)
        lines.push_back(prepareLine(drugs[at], draft.medications[at], facts, reference));
    return lines;
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
    for (const auto &line : draft.medications) {
        TRY_VOID(checkedText(line.overrideReason));
    }
    return ok();
}

SignedVisit signedVisit(const Receipt &receipt)
{
    return {receipt, receipt.numbers.empty() ? QString() : receipt.numbers.front()};
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
                         all(query::allergiesOfPatient, task.patient), several(drugsOf(draft)));
    CO_TRY(const auto gathered, co_await gathering);
    const auto &[encounter, patient, allergies, drugs] = gathered;
    const auto lines = preparedLines(drugs, draft, {patient, allergies}, *reference);

    const auto *noteTemplate = reference->noteTemplate(QStringLiteral("first-visit"));
    if (!noteTemplate)
        co_return Error{ErrorKind::Internal, QStringLiteral("sign.no-template")};
    if (const auto found = obstacles(draft, lines, *noteTemplate); !found.empty())
        co_return obstacleError(found.front());

    auto work = context.begin(command, act, task.patient, QStringLiteral("lines=%1").arg(lines.size()));
    work.insert(noteOf(context, task, draft, *noteTemplate));
    addDiagnoses(work, context, task, draft);
    if (!lines.empty())
        addPrescription(work, context, prescriptionOf(context, task, patient, lines), lines);
    finishVisit(work, context, task, encounter);
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);
    co_return signedVisit(receipt);
}

} // namespace simiao::workflow
