#include "workflow/administration/devices.h"

#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"
#include "workflow/ports/device_queries.h"

#include <algorithm>

namespace simiao::workflow {

using administration::DeskDevice;

namespace {

const auto kManage = QStringLiteral("device.manage");

/// "assign front-1 label=Label printer": what the trail says of it.
UnitOfWork changeOf(const Context &context, Uuid command, const QString &word, const DeskDevice &device)
{
    const auto detail =
        QStringLiteral("%1 %2 %3=%4").arg(word, device.workstation, codeOf(device.role), device.deviceName);
    return context.begin(command, kManage, {}, detail);
}

/// Success when the desk has no row for this use yet.
Task<Result<void>> keepOneForEachUse(Context context, DeskDevice device)
{
    auto finding = find(context.store, query::devicesOfWorkstation, device.workstation);
    CO_TRY(const auto rows, co_await finding);
    if (std::ranges::find(rows, device.role, &DeskDevice::role) == rows.end())
        co_return ok();
    co_return Error{ErrorKind::Conflict, QStringLiteral("device.assigned"),
                    device.workstation + u' ' + codeOf(device.role)};
}

/// The row as it is to be stored: a new one, or the one there is with other values. Its desk and use stay.
Task<Result<DeskDevice>> rowFor(Context context, DeskDevice device)
{
    if (device.version > 0) {
        auto loading = load(context.store, device.id);
        CO_TRY(const auto stored, co_await loading);
        device.workstation = stored.workstation;
        device.role = stored.role;
        co_return Result<DeskDevice>(std::move(device));
    }
    auto looking = keepOneForEachUse(context, device);
    CO_TRY_VOID(co_await looking);
    device.id = context.newId<DeskDevice>();
    co_return Result<DeskDevice>(std::move(device));
}

} // namespace

Task<Result<std::vector<DeskDevice>>> devicesOfDesk(Context context, QString workstation)
{
    if (workstation != context.session.workstation) {
        auto authorising = authorise(context, kManage);
        CO_TRY_VOID(co_await authorising);
    }
    auto finding = find(context.store, query::devicesOfWorkstation, workstation);
    co_return co_await finding;
}

Task<Result<std::vector<DeskDevice>>> devicesOfAllDesks(Context context)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto finding = find(context.store, query::deskDevices);
    co_return co_await finding;
}

Task<Result<DeskDevice>> assignDevice(Context context, Uuid command, DeskDevice device)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<DeskDevice>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<DeskDevice>(*earlier);
    CO_TRY(const auto checked, administration::checkedDevice(std::move(device)));
    auto choosing = rowFor(context, checked);
    CO_TRY(auto row, co_await choosing);
    row.isActive = true;
    auto work = changeOf(context, command, QStringLiteral("assign"), row);
    if (row.version == 0)
        work.insert(row);
    else
        work.update(row);
    auto storing = commitAndLoad(context, std::move(work), row.id);
    co_return co_await storing;
}

Task<Result<DeskDevice>> withdrawDevice(Context context, Uuid command, DeskDevice device)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = earlierResult<DeskDevice>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<DeskDevice>(*earlier);
    auto loading = load(context.store, device.id);
    CO_TRY(auto row, co_await loading);
    row.version = device.version; // what the person saw; another one is a conflict
    row.isActive = false;
    auto work = changeOf(context, command, QStringLiteral("withdraw"), row);
    work.update(row);
    auto storing = commitAndLoad(context, std::move(work), row.id);
    co_return co_await storing;
}

Task<Result<void>> recordTestPage(Context context, Uuid command, DeskDevice device)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto recording = context.store->commit(changeOf(context, command, QStringLiteral("test"), device));
    CO_TRY_VOID(co_await recording);
    co_return ok();
}

} // namespace simiao::workflow
