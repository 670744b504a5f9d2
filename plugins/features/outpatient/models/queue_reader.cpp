#include "outpatient/models/queue_reader.h"

#include "workflow/ports/queries.h"

#include <map>

namespace simiao::outpatient {

Task<Result<std::vector<QueueEntry>>> readQueue(workflow::Context context)
{
    auto authorising = workflow::authorise(context, QStringLiteral("queue.read"));
    CO_TRY_VOID(co_await authorising);
    if (!context.session.department)
        co_return Error{ErrorKind::Invalid, QStringLiteral("session.no-department")};
    const auto department = *context.session.department;
    const auto day = context.clock->today();
    auto findingTasks = workflow::find(context.store, workflow::query::queueOfDay, department, day);
    CO_TRY(const auto tasks, co_await findingTasks);
    auto findingPatients = workflow::find(context.store, workflow::query::patientsInQueue, department, day);
    CO_TRY(const auto patients, co_await findingPatients);

    std::map<Id<administration::Patient>, administration::Patient> byId;
    for (const auto &patient : patients)
        byId.insert_or_assign(patient.id, patient);
    std::vector<QueueEntry> entries;
    for (const auto &task : tasks) {
        if (const auto patient = byId.find(task.patient); patient != byId.end())
            entries.push_back({task, patient->second});
    }
    co_return entries;
}

} // namespace simiao::outpatient
