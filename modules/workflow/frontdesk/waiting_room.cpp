#include "workflow/frontdesk/waiting_room.h"

#include "domain/administration/masked_name.h"
#include "workflow/ports/queries.h"
#include "workflow/ports/waiting_queries.h"
#include "workflow/settings.h"

#include <map>

namespace simiao::workflow {

using administration::Organization;
using administration::Patient;
using administration::Setting;
using administration::SettingLevel;

namespace {

const QString kMaskNames = QStringLiteral("display.mask-names");

template <Entity T>
std::map<Id<T>, T> byId(const std::vector<T> &entities)
{
    std::map<Id<T>, T> found;
    for (const auto &entity : entities)
        found.insert_or_assign(entity.id, entity);
    return found;
}

/// Whether the department, else the hospital, wants names in full. Whatever is not a plain "no" masks them.
bool showsNames(const SettingCatalogue &catalogue, std::vector<Setting> choices, Id<Organization> department)
{
    std::erase_if(choices, [department](const Setting &choice) {
        return choice.level != SettingLevel::Hospital && choice.department != department;
    });
    return Settings(catalogue, choices).text(kMaskNames) == QLatin1StringView("false");
}

WaitingEntry entryOf(const scheduling::QueueTask &task, const Organization &department, const QString &name)
{
    return {department.code,
            {department.nameEn, department.name},
            department.room,
            task.number,
            name,
            task.status,
            task.calledAt};
}

} // namespace

Task<Result<std::vector<WaitingEntry>>> waitingRoom(Context context, Date day, SettingCatalogue catalogue)
{
    auto findingTasks = find(context.store, query::tasksWaitingOn, day);
    CO_TRY(const auto tasks, co_await findingTasks);
    auto findingPatients = find(context.store, query::patientsWaitingOn, day);
    CO_TRY(const auto foundPatients, co_await findingPatients);
    auto findingDepartments = find(context.store, query::organizations);
    CO_TRY(const auto foundDepartments, co_await findingDepartments);
    auto findingChoices = find(context.store, query::settingsUnderKey, kMaskNames);
    CO_TRY(const auto choices, co_await findingChoices);

    const auto patients = byId(foundPatients);
    const auto departments = byId(foundDepartments);
    std::vector<WaitingEntry> entries;
    for (const auto &task : tasks) {
        const auto patient = patients.find(task.patient);
        const auto department = departments.find(task.department);
        if (patient == patients.end() || department == departments.end())
            continue; // came in between two of the questions: the change feed brings it
        const auto &name = patient->second.name;
        const bool isPlain = showsNames(catalogue, choices, task.department);
        entries.push_back(
            entryOf(task, department->second, isPlain ? name : administration::maskedName(name)));
    }
    co_return entries;
}

} // namespace simiao::workflow
