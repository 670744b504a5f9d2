#include "workflow/consultation/open_visit.h"

namespace simiao::workflow {

namespace {

Task<Result<VisitRecord>> readRecord(Context context, scheduling::QueueTask task)
{
    VisitRecord record;
    record.task = task;
    auto encounter = load(context.store, task.encounter);
    CO_TRY(record.encounter, co_await encounter);
    auto patient = load(context.store, task.patient);
    CO_TRY(record.patient, co_await patient);
    auto allergies = find(context.store, query::allergiesOfPatient, task.patient);
    CO_TRY(record.allergies, co_await allergies);
    auto conditions = find(context.store, query::conditionsOfPatient, task.patient);
    CO_TRY(record.conditions, co_await conditions);
    auto notes = find(context.store, query::compositionsOfPatient, task.patient);
    CO_TRY(record.notes, co_await notes);
    auto observations = find(context.store, query::observationsOfPatient, task.patient);
    CO_TRY(record.observations, co_await observations);
    auto studies = find(context.store, query::studiesOfPatient, task.patient);
    CO_TRY(record.studies, co_await studies);
    co_return record;
}

} // namespace

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

} // namespace simiao::workflow
