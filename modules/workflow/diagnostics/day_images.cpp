#include "workflow/diagnostics/day_images.h"

#include "workflow/ports/queries.h"

#include <algorithm>
#include <tuple>

namespace simiao::workflow {

namespace {

using scheduling::QueueTask;
using scheduling::TaskStatus;

/// With this physician already, or with nobody yet.
bool isAwaited(const QueueTask &task, Id<security::Account> physician)
{
    const bool isOpen = task.status == TaskStatus::Requested || task.status == TaskStatus::InProgress
        || task.status == TaskStatus::OnHold;
    return isOpen && (task.owner == physician || task.owner == Id<security::Account>());
}

} // namespace

Task<Result<std::vector<AwaitedPatient>>> awaitedPatients(Context context, int most)
{
    auto authorising = authorise(context, QStringLiteral("imaging.read"));
    CO_TRY_VOID(co_await authorising);
    std::vector<AwaitedPatient> awaited;
    if (!context.session.department)
        co_return Result<std::vector<AwaitedPatient>>(std::move(awaited));
    const auto day = context.clock->today();
    auto reading = ask(context.store, all(query::queueOfDay, *context.session.department, day),
                       all(query::patientsInQueue, *context.session.department, day));
    CO_TRY(const auto answers, co_await reading);
    const auto &tasks = std::get<0>(answers);
    const auto &patients = std::get<1>(answers);
    for (const auto &task : tasks) {
        const auto patient = std::ranges::find(patients, task.patient, &administration::Patient::id);
        const bool isListed = std::ranges::any_of(
            awaited, [&task](const AwaitedPatient &each) { return each.patient.id == task.patient; });
        if (!isAwaited(task, context.session.account) || patient == patients.end() || isListed)
            continue;
        if (int(awaited.size()) < most)
            awaited.push_back({*patient, {}});
    }
    for (auto &each : awaited) {
        auto studying = find(context.store, query::studiesOfPatient, each.patient.id);
        CO_TRY(auto studies, co_await studying);
        each.studies = std::move(studies);
    }
    co_return Result<std::vector<AwaitedPatient>>(std::move(awaited));
}

std::vector<ArchivedStudy> worthFetching(std::vector<ArchivedStudy> found,
                                         const QSet<QString> &known,
                                         const PrefetchBounds &bounds)
{
    std::erase_if(found, [&](const ArchivedStudy &study) {
        return study.studyInstanceUid.isEmpty() || known.contains(study.studyInstanceUid) || !study.instances
            || *study.instances > bounds.instancesOfStudy;
    });
    std::ranges::sort(found, [](const ArchivedStudy &one, const ArchivedStudy &other) {
        return std::tie(one.studyDate, one.studyTime, one.studyInstanceUid)
            > std::tie(other.studyDate, other.studyTime, other.studyInstanceUid);
    });
    if (std::ssize(found) > bounds.studiesOfPatient)
        found.resize(std::size_t(bounds.studiesOfPatient));
    return found;
}

} // namespace simiao::workflow
