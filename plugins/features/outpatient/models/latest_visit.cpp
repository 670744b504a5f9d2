#include "outpatient/models/latest_visit.h"

#include <algorithm>

namespace simiao::outpatient {

using administration::Encounter;
using scheduling::QueueTask;

Task<Result<QueueTask>> latestVisit(workflow::Context context, Id<administration::Patient> patient)
{
    auto finding = workflow::find(context.store, workflow::query::encountersOfPatient, patient);
    CO_TRY(const auto encounters, co_await finding);
    const auto latest = std::ranges::max_element(encounters, {}, &Encounter::start);
    if (latest == encounters.end())
        co_return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QStringLiteral("encounter")};
    auto asking = workflow::find(context.store, workflow::query::taskOfEncounter, latest->id);
    CO_TRY(const auto tasks, co_await asking);
    if (tasks.empty())
        co_return Error{ErrorKind::NotFound, QStringLiteral("store.not-found"), QStringLiteral("task")};
    co_return tasks.front();
}

} // namespace simiao::outpatient
