#include "bootstrap/kept_server.h"
#include "cli/command_table.h"
#include "cli/stop_signals.h"
#include "cli/store_report.h"
#include "core/clock.h"

#include <QCoreApplication>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Json jsonOf(const workflow::Transfer &transfer)
{
    return Json(Json::Object{
        {u"ok"_s, true}, {u"tables"_s, asJson(transfer.tables)}, {u"auditLinks"_s, transfer.auditLinks}});
}

workflow::TableProgress progressOf(const Call &call)
{
    return [&call](const QString &table, qint64 rows) { call.say(u"%1  %2"_s.arg(rows, 10).arg(table)); };
}

int report(const Call &call, const Result<workflow::Transfer> &transfer, const QString &words)
{
    if (!transfer)
        return call.fail(transfer.error());
    call.print(jsonOf(*transfer));
    for (const auto &place : transfer->imagesElsewhere)
        call.say(u"Not carried: images in %1."_s.arg(place));
    call.say(words);
    return Good;
}

Task<int> exportAll(Call call)
{
    const auto server = bootstrap::keptServer(call.invocation.start, call.invocation.arguments.first());
    if (!server)
        co_return call.fail(server.error());
    workflow::ExportOrder order;
    order.folder = call.invocation.path(call.invocation.arguments.at(1));
    order.program = QCoreApplication::applicationVersion();
    order.site = (*server)->environment.config.value(u"site.code"_s);
    order.created = SystemClock().now();
    order.progress = progressOf(call);
    const StopSignals signals(call.sayStopping());
    const auto written = (*server)->source->writeRows((*server)->environment, order, signals.token());
    if (!written && written.error().kind == ErrorKind::Cancelled)
        co_return call.fail({ErrorKind::Cancelled, u"export.stopped"_s, order.folder});
    co_return report(
        call, written,
        u"The folder holds every record and the verifiers of all passwords. Keep it like the database."_s);
}

Task<int> importAll(Call call)
{
    const auto server = bootstrap::keptServer(call.invocation.start, call.invocation.arguments.first());
    if (!server)
        co_return call.fail(server.error());
    const StopSignals signals(call.sayStopping());
    const auto taken = (*server)->rows->takeRows((*server)->environment,
                                                 call.invocation.path(call.invocation.arguments.at(1)), {},
                                                 progressOf(call), signals.token());
    co_return report(call, taken,
                     u"Imported. Every row, reference and link of the audit chains is as it was exported. "
                     u"Let desks in with: "
                     "simiao-cli db grant ADDRESS LOGIN"_s);
}

} // namespace

Commands serverExportCommands()
{
    return {{u"export hospital"_s, u"ADDRESS FOLDER"_s,
             u"Writes all that a server holds into a new folder, in the same form."_s, exportAll, 2,
             Reach::NoStore},
            {u"import hospital"_s, u"ADDRESS FOLDER"_s,
             u"Fills a server's empty database with such a folder; goes on where it was stopped."_s,
             importAll, 2, Reach::NoStore}};
}

} // namespace simiao::cli
