#include "workflow/consultation/call_patient.h"

#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"

namespace simiao::workflow {

Task<Result<scheduling::QueueTask>> callPatient(Context context, Uuid command, Id<scheduling::QueueTask> id)
{
    const auto act = QStringLiteral("queue.call");
    auto authorising = authorise(context, act);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<scheduling::QueueTask>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<scheduling::QueueTask>(*earlier);
    auto loadingTask = load(context.store, id);
    CO_TRY(auto task, co_await loadingTask);
    if (task.status == scheduling::TaskStatus::InProgress)
        co_return task;
    if (!scheduling::isAllowed(task.status, scheduling::TaskStatus::InProgress))
        co_return Error{ErrorKind::Conflict, QStringLiteral("queue.state"), codeOf(task.status)};
    auto loadingEncounter = load(context.store, task.encounter);
    CO_TRY(auto encounter, co_await loadingEncounter);

    task.status = scheduling::TaskStatus::InProgress;
    task.calledAt = context.clock->now();
    task.owner = context.session.account;
    encounter.status = scheduling::encounterStatusFor(task.status);
    encounter.practitioner = context.session.account;
    auto work = context.begin(command, act, task.patient);
    work.update(task).update(encounter);
    auto storing = commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

} // namespace simiao::workflow
