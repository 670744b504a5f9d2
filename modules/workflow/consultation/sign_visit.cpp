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

Task<Result<std::vector<PreparedLine>>> prepareLines(Context context,
                                                     SigningFacts facts,
                                                     std::vector<MedicationDraft> drafts,
                                                     std::shared_ptr<const ReferenceData> reference)
{
    std::vector<PreparedLine> lines;
    for (const auto &draft : drafts) {
        auto loading = load(context.store, draft.medication);
        CO_TRY(const auto medication, co_await loading);
        lines.push_back(prepareLine(medication, draft, facts, *reference));
    }
    co_return lines;
}

Task<Result<SigningFacts>> factsOf(Context context, Id<administration::Patient> patient)
{
    SigningFacts facts;
    auto loading = load(context.store, patient);
    CO_TRY(facts.patient, co_await loading);
    auto finding = find(context.store, query::allergiesOfPatient, patient);
    CO_TRY(facts.allergies, co_await finding);
    co_return facts;
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
    auto asking = context.store->receiptOf(command);
    CO_TRY(const auto earlier, co_await asking);
    if (earlier)
        co_return signedVisit(*earlier);
    CO_TRY_VOID(checkTexts(draft));
    auto loadingTask = load(context.store, taskId);
    CO_TRY(const auto task, co_await loadingTask);
    if (!scheduling::isAllowed(task.status, scheduling::TaskStatus::Completed))
        co_return Error{ErrorKind::Conflict, QStringLiteral("queue.state"), codeOf(task.status)};
    auto loadingEncounter = load(context.store, task.encounter);
    CO_TRY(const auto encounter, co_await loadingEncounter);
    auto gathering = factsOf(context, task.patient);
    CO_TRY(const auto facts, co_await gathering);
    auto preparing = prepareLines(context, facts, draft.medications, reference);
    CO_TRY(const auto lines, co_await preparing);

    const auto *noteTemplate = reference->noteTemplate(QStringLiteral("first-visit"));
    if (!noteTemplate)
        co_return Error{ErrorKind::Internal, QStringLiteral("sign.no-template")};
    if (const auto found = obstacles(draft, lines, *noteTemplate); !found.empty())
        co_return obstacleError(found.front());

    auto work = context.begin(command, act, task.patient, QStringLiteral("lines=%1").arg(lines.size()));
    work.insert(noteOf(context, task, draft, *noteTemplate));
    addDiagnoses(work, context, task, draft);
    if (!lines.empty())
        addPrescription(work, context, prescriptionOf(context, task, facts.patient, lines), lines);
    finishVisit(work, context, task, encounter);
    auto storing = context.store->commit(std::move(work));
    CO_TRY(const auto receipt, co_await storing);
    co_return signedVisit(receipt);
}

} // namespace simiao::workflow
