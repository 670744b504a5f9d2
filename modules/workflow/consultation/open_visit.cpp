#include "workflow/consultation/open_visit.h"

namespace simiao::workflow {

namespace {

Task<Result<VisitRecord>> readRecord(Context context, scheduling::QueueTask task)
{
    VisitRecord record;
    record.task = task;
    auto asking =
        ask(context.store, one(task.encounter), one(task.patient),
            all(query::allergiesOfPatient, task.patient), all(query::conditionsOfPatient, task.patient),
            all(query::compositionsOfPatient, task.patient), all(query::observationsOfPatient, task.patient),
            all(query::studiesOfPatient, task.patient));
    CO_TRY(auto answers, co_await asking);
    std::tie(record.encounter, record.patient, record.allergies, record.conditions, record.notes,
             record.observations, record.studies) = std::move(answers);
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
