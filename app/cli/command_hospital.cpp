#include "bootstrap/closed_backend.h"
#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "cli/store_report.h"
#include "workflow/administration/export_hospital.h"

#include <QCoreApplication>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Json jsonOf(const workflow::Transfer &transfer)
{
    return Json(Json::Object{{u"ok"_s, true},
                             {u"tables"_s, asJson(transfer.tables)},
                             {u"auditLinks"_s, transfer.auditLinks},
                             {u"images"_s, transfer.images},
                             {u"imagesElsewhere"_s, qint64(transfer.imagesElsewhere.size())}});
}

void sayTable(const Call &call, const QString &table, qint64 rows)
{
    call.say(u"%1  %2"_s.arg(rows, 10).arg(table));
}

/// Tables are carried on other threads; words go out on the one of the program.
workflow::TableProgress progressOf(const Call &call)
{
    return [call](const QString &table, qint64 rows) {
        QMetaObject::invokeMethod(
            qApp, [call, table, rows] { sayTable(call, table, rows); }, Qt::QueuedConnection);
    };
}

void sayElsewhere(const Call &call, const workflow::Transfer &transfer)
{
    if (!transfer.imagesElsewhere.isEmpty())
        call.say(u"Not carried: images in %1 folders outside the profile, listed in manifest.json."_s.arg(
            transfer.imagesElsewhere.size()));
}

Task<int> exportAll(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return call.fail({ErrorKind::NotFound, u"backend.no-maintenance"_s, (*graph)->backendName});
    auto loggingIn = logIn(graph->get(), call.invocation);
    const auto context = co_await loggingIn;
    if (!context)
        co_return call.fail(context.error());
    workflow::ExportOrder order;
    order.folder = call.invocation.path(call.invocation.arguments.first());
    order.program = QCoreApplication::applicationVersion();
    order.progress = progressOf(call);
    auto exporting = workflow::exportHospital(*context, context->newCommand(), maintenance, order);
    const auto exported = co_await exporting;
    if (!exported)
        co_return call.fail(exported.error());
    call.print(jsonOf(*exported));
    sayElsewhere(call, *exported);
    call.say(
        u"The folder holds every record and the verifiers of all passwords. Keep it like the database."_s);
    co_return Good;
}

Task<int> importAll(Call call)
{
    call.invocation.start.mustExist = false;
    const auto closed = bootstrap::openClosedBackend(call.invocation.start);
    if (!closed)
        co_return call.fail(closed.error());
    const auto imported = (*closed)->backend->importFrom(
        (*closed)->environment, call.invocation.path(call.invocation.arguments.first()),
        [call](const QString &table, qint64 rows) { sayTable(call, table, rows); });
    if (!imported)
        co_return call.fail(imported.error());
    call.print(jsonOf(*imported));
    sayElsewhere(call, *imported);
    call.say(u"Imported. Every row, reference and link of the audit chain is as it was exported."_s);
    co_return Good;
}

} // namespace

Commands hospitalCommands()
{
    return {{u"export hospital"_s, u"FOLDER"_s,
             u"Writes everything into a new folder, in a documented form."_s, exportAll, 1},
            {u"import hospital"_s, u"FOLDER"_s, u"Fills an empty profile with such a folder."_s, importAll, 1,
             Reach::Exclusive}};
}

} // namespace simiao::cli
