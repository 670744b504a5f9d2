#include "bootstrap/profile_mark.h"
#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "core/task_of.h"
#include "document/print/pdf.h"
#include "document/print/test_page.h"
#include "workflow/administration/devices.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QtConcurrentRun>

#include <algorithm>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using administration::DeskDevice;
using administration::DeviceRole;
using administration::millimetres;
using administration::PaperOrientation;

namespace {

QString paperOf(const DeskDevice &device)
{
    return millimetres(device.paperWidthTenthMm) + u'x' + millimetres(device.paperHeightTenthMm);
}

QString offsetOf(const DeskDevice &device)
{
    return millimetres(device.offsetXTenthMm) + u',' + millimetres(device.offsetYTenthMm);
}

/// Lengths in millimetres, as the options take them.
Json jsonOf(const DeskDevice &device)
{
    Json json(Json::Object{{u"workstation"_s, device.workstation},
                           {u"role"_s, codeOf(device.role)},
                           {u"device"_s, device.deviceName},
                           {u"active"_s, device.isActive},
                           {u"version"_s, qint64(device.version)}});
    if (isPrinter(device.role)) {
        json.insert(u"paper"_s, paperOf(device));
        json.insert(u"offset"_s, offsetOf(device));
        json.insert(u"orientation"_s, codeOf(device.orientation));
        json.insert(u"copies"_s, qint64(device.copies));
    }
    return json;
}

QString lineOf(const DeskDevice &device)
{
    QString line =
        u"%1 %2 %3"_s.arg(device.workstation, -16).arg(codeOf(device.role), -18).arg(device.deviceName, -24);
    if (isPrinter(device.role))
        line +=
            u" %1 %2 offset %3 copies %4"_s.arg(paperOf(device), codeOf(device.orientation), offsetOf(device))
                .arg(device.copies);
    return line.trimmed() + (device.isActive ? u"\n"_s : u" (withdrawn)\n"_s);
}

Error invalid(const QString &reason, const QString &detail)
{
    return {ErrorKind::Invalid, u"device."_s + reason, detail};
}

Result<DeviceRole> roleNamed(const QString &code)
{
    if (const auto role = fromCode<DeviceRole>(code))
        return *role;
    return invalid(u"role-unknown"_s, code);
}

/// "148x210" or "1.5,-2" as two lengths.
Result<std::pair<int, int>> lengths(const QString &text, QChar between)
{
    const auto parts = text.split(between);
    if (parts.size() != 2)
        return invalid(u"millimetres"_s, text);
    TRY(const auto first, administration::parseMillimetres(parts[0]));
    TRY(const auto second, administration::parseMillimetres(parts[1]));
    return std::pair(first, second);
}

/// What the options say; what none names stays.
Result<DeskDevice> changed(DeskDevice device, const Invocation &invocation)
{
    if (!invocation.paper.isEmpty()) {
        TRY(const auto paper, lengths(invocation.paper, u'x'));
        std::tie(device.paperWidthTenthMm, device.paperHeightTenthMm) = paper;
    }
    if (!invocation.offset.isEmpty()) {
        TRY(const auto offset, lengths(invocation.offset, u','));
        std::tie(device.offsetXTenthMm, device.offsetYTenthMm) = offset;
    }
    if (!invocation.orientation.isEmpty()) {
        const auto orientation = fromCode<PaperOrientation>(invocation.orientation);
        if (!orientation)
            return invalid(u"orientation-unknown"_s, invocation.orientation);
        device.orientation = *orientation;
    }
    if (!invocation.copies.isEmpty()) {
        bool isNumber = false;
        device.copies = invocation.copies.toInt(&isNumber);
        if (!isNumber)
            return invalid(u"copies"_s, invocation.copies);
    }
    return device;
}

/// The row of this desk and use; nothing when there is none.
Task<Result<std::optional<DeskDevice>>> deviceOf(workflow::Context context,
                                                 QString workstation,
                                                 DeviceRole role)
{
    auto finding = workflow::devicesOfDesk(context, workstation);
    CO_TRY(const auto rows, co_await finding);
    const auto found = std::ranges::find(rows, role, &DeskDevice::role);
    co_return found == rows.end() ? std::optional<DeskDevice>() : std::optional(*found);
}

/// … or NotFound `device.unknown`.
Task<Result<DeskDevice>> deviceNamed(workflow::Context context, Invocation invocation)
{
    CO_TRY(const auto role, roleNamed(invocation.arguments[1]));
    auto finding = deviceOf(context, invocation.arguments[0], role);
    CO_TRY(const auto device, co_await finding);
    if (device)
        co_return Result<DeskDevice>(*device);
    co_return Error{ErrorKind::NotFound, u"device.unknown"_s,
                    invocation.arguments[0] + u' ' + invocation.arguments[1]};
}

Task<Result<DeskDevice>> assign(workflow::Context context, Invocation invocation)
{
    const QString workstation = invocation.arguments[0].trimmed();
    CO_TRY(const auto role, roleNamed(invocation.arguments[1]));
    auto finding = deviceOf(context, workstation, role);
    CO_TRY(const auto present, co_await finding);
    auto device = present ? *present : administration::newDeskDevice(workstation, role);
    device.deviceName = invocation.arguments[2];
    CO_TRY(const auto wanted, changed(device, invocation));
    auto assigning = workflow::assignDevice(context, context.newCommand(), wanted);
    co_return co_await assigning;
}

Task<Result<DeskDevice>> takeAway(workflow::Context context, Invocation invocation)
{
    auto finding = deviceNamed(context, invocation);
    CO_TRY(const auto device, co_await finding);
    auto withdrawing = workflow::withdrawDevice(context, context.newCommand(), device);
    co_return co_await withdrawing;
}

/// A page of a profile that is not real says so, whoever prints it.
QString markOf(const Invocation &invocation)
{
    const auto marked = bootstrap::markedKind(bootstrap::foldersFor(invocation.start));
    return sdk::profileMark(marked.value_or(sdk::ProfileKind::Real));
}

document::TestPage testPageOf(const DeskDevice &device, const Clock &clock, const QString &mark)
{
    const auto now = QDateTime::fromMSecsSinceEpoch(clock.now().microseconds / 1000, clock.zone());
    return {device, now.toString(u"yyyy-MM-dd HH:mm"_s),
            u"Simiao "_s + QCoreApplication::applicationVersion(), mark};
}

/// The page in `path`; the trail says so before.
Task<Result<DeskDevice>> writeTestPage(workflow::Context context, Invocation invocation)
{
    auto finding = deviceNamed(context, invocation);
    CO_TRY(const auto device, co_await finding);
    if (!isPrinter(device.role))
        co_return invalid(u"no-printer"_s, codeOf(device.role));
    auto recording = workflow::recordTestPage(context, context.newCommand(), device);
    CO_TRY_VOID(co_await recording);
    const auto page = testPageOf(device, *context.clock, markOf(invocation));
    const QString path = invocation.path(invocation.arguments[2]);
    auto writing = taskOf(QtConcurrent::run([page, path] {
        return document::writePdf(path, document::pageSetupOf(page.device), document::paintOf(page),
                                  page.device.deviceName);
    }));
    CO_TRY_VOID(co_await writing);
    co_return device;
}

/// What is done with one device.
using Act = Task<Result<DeskDevice>> (*)(workflow::Context, Invocation);

Task<int> carryOut(Call call, Act act)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    auto acting = act(seat->context, call.invocation);
    const auto device = co_await acting;
    if (!device)
        co_return call.fail(device.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"device"_s, jsonOf(*device)}}));
    co_return Good;
}

Task<int> setDevice(Call call)
{
    return carryOut(std::move(call), assign);
}
Task<int> withdraw(Call call)
{
    return carryOut(std::move(call), takeAway);
}
Task<int> test(Call call)
{
    return carryOut(std::move(call), writeTestPage);
}

Task<int> list(Call call)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    auto finding = workflow::devicesOfAllDesks(seat->context);
    const auto devices = co_await finding;
    if (!devices)
        co_return call.fail(devices.error());
    Json all{Json::Array{}};
    QString text;
    for (const auto &device : *devices) {
        all.append(jsonOf(device));
        text += lineOf(device);
    }
    if (call.invocation.isJson)
        call.print(Json(Json::Object{{u"ok"_s, true}, {u"devices"_s, all}}));
    else
        call.printText(text);
    co_return Good;
}

} // namespace

Commands deviceCommands()
{
    return {
        {u"devices list"_s, {}, u"What each desk prints on and reads with."_s, list},
        {u"devices set"_s, u"DESK USE DEVICE"_s,
         u"Gives a desk a printer or device (--paper, --offset, --orientation, --copies)."_s, setDevice, 3},
        {u"devices withdraw"_s, u"DESK USE"_s, u"Takes it from the desk; it stays on record."_s, withdraw, 2},
        {u"devices test"_s, u"DESK USE FILE"_s, u"Writes the test page of a printer as PDF."_s, test, 3,
         Reach::Shared, true}};
}

} // namespace simiao::cli
