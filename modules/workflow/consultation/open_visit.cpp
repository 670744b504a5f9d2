#include "workflow/consultation/open_visit.h"

#include "workflow/consultation/note_in_force.h"

#include <algorithm>

namespace simiao::workflow {

using medications::PrescriptionStatus;

namespace {

/// \source  general knowledge: a disease that is seen again later than that is mostly another one
constexpr qint64 kReturnSeconds = 90LL * 24 * 60 * 60;

std::vector<clinical::Condition> diagnosesOf(const VisitRecord &record)
{
    std::vector<clinical::Condition> diagnoses;
    std::ranges::copy_if(record.conditions, std::back_inserter(diagnoses),
                         [&record](const auto &one) { return one.encounter == record.encounter.id; });
    std::ranges::sort(diagnoses, {}, &clinical::Condition::rank);
    return diagnoses;
}

Task<Result<SignedParts>> readSigned(Context context, SignedParts parts)
{
    auto asking = ask(context.store, one(parts.note.author),
                      all(query::prescriptionsOfEncounter, parts.note.encounter));
    CO_TRY(const auto found, co_await asking);
    const auto &[author, prescriptions] = found;
    parts.signer = {author.nameEn, author.name};
    for (const auto &prescription : prescriptions) {
        auto finding = find(context.store, query::linesOfPrescription, prescription.id);
        CO_TRY(const auto lines, co_await finding);
        parts.prescriptions.push_back({prescription, lines});
    }
    co_return Result<SignedParts>(std::move(parts));
}

Task<Result<VisitRecord>> readRecord(Context context, scheduling::QueueTask task)
{
    VisitRecord record;
    record.task = task;
    auto asking =
        ask(context.store, one(task.encounter), one(task.patient),
            all(query::allergiesOfPatient, task.patient), all(query::conditionsOfPatient, task.patient),
            all(query::compositionsOfPatient, task.patient), all(query::observationsOfPatient, task.patient),
            all(query::studiesOfPatient, task.patient), all(query::encountersOfPatient, task.patient));
    CO_TRY(auto answers, co_await asking);
    std::tie(record.encounter, record.patient, record.allergies, record.conditions, record.notes,
             record.observations, record.studies, record.encounters) = std::move(answers);
    const auto *note = noteInForce(record.notes, record.encounter.id);
    if (!note)
        co_return Result<VisitRecord>(std::move(record));
    auto reading = readSigned(context, {*note, {}, diagnosesOf(record), {}});
    CO_TRY(const auto parts, co_await reading);
    record.signedParts = parts;
    co_return Result<VisitRecord>(std::move(record));
}

DiagnosisDraft draftOf(const clinical::Condition &diagnosis)
{
    return {diagnosis.code, diagnosis.note};
}

MedicationDraft draftOf(const medications::MedicationRequest &line, int sheet)
{
    return {line.medication, line.dosage, line.overrideReason, line.quantity,
            sheet > 1 ? std::optional(sheet) : std::nullopt};
}

} // namespace

const SignedPrescription *SignedParts::returned() const
{
    const auto found = std::ranges::find_if(prescriptions, [](const SignedPrescription &one) {
        return one.prescription.status == PrescriptionStatus::Returned;
    });
    return found == prescriptions.end() ? nullptr : &*found;
}

Task<Result<VisitRecord>> openVisit(Context context, Id<scheduling::QueueTask> taskId)
{
    const auto act = QStringLiteral("patient.read");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto loading = load(context.store, taskId);
    CO_TRY(const auto task, co_await loading);
    auto reading = readRecord(context, task);
    CO_TRY(auto record, co_await reading);
    auto recording = context.store->commit(context.begin(context.newCommand(), act, task.patient));
    CO_TRY_VOID(co_await recording);
    co_return record;
}

Task<Result<AllergyRecord>> readAllergies(Context context, Id<administration::Patient> patient)
{
    auto authorising = authorise(context, QStringLiteral("patient.read"));
    CO_TRY_VOID(co_await authorising);
    auto asking = ask(context.store, one(patient), all(query::allergiesOfPatient, patient));
    CO_TRY(const auto found, co_await asking);
    const AllergyRecord record{std::get<0>(found), std::get<1>(found)};
    co_return record;
}

QString proposedNoteTemplate(const VisitRecord &record)
{
    const auto &visit = record.encounter;
    const bool isReturn = std::ranges::any_of(record.encounters, [&visit](const auto &other) {
        const auto seconds = (visit.start.microseconds - other.start.microseconds) / 1'000'000;
        return other.id != visit.id && other.department && other.department == visit.department
            && other.status == administration::EncounterStatus::Finished && seconds >= 0
            && seconds <= kReturnSeconds;
    });
    return isReturn ? QStringLiteral("return-visit") : QStringLiteral("first-visit");
}

VisitDraft draftOf(const SignedParts &parts)
{
    VisitDraft draft;
    draft.noteTemplate = parts.note.type;
    for (const auto &section : parts.note.sections)
        draft.sections.insert_or_assign(section.code, section.text);
    for (const auto &diagnosis : parts.diagnoses)
        draft.diagnoses.push_back(draftOf(diagnosis));
    const auto *returned = parts.returned();
    int sheet = 0;
    for (const auto &one : parts.prescriptions) {
        if (one.prescription.status == PrescriptionStatus::Cancelled || (returned && returned != &one))
            continue;
        ++sheet;
        for (const auto &line : one.lines)
            draft.medications.push_back(draftOf(line, sheet));
    }
    return draft;
}

} // namespace simiao::workflow
