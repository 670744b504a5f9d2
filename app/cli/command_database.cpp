#include "bootstrap/restore_copy.h"
#include "cli/command_table.h"
#include "cli/store_report.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

Json jsonOf(const std::vector<sdk::BackupCopy> &copies)
{
    Json list{Json::Array{}};
    for (const auto &copy : copies)
        list.append(Json(
            Json::Object{{u"file"_s, copy.file}, {u"made"_s, copy.made.toIso()}, {u"bytes"_s, copy.bytes}}));
    return list;
}

Error withoutMaintenance(const GraphPointer &graph)
{
    return {ErrorKind::NotFound, u"backend.no-maintenance"_s, graph->backendName};
}

Task<int> backUp(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return call.fail(withoutMaintenance(*graph));
    const QString file = call.invocation.path(call.invocation.arguments.first());
    auto copying = maintenance->backup(file);
    const auto copied = co_await copying;
    if (!copied)
        co_return call.fail(copied.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"file"_s, file}, {u"tables"_s, asJson(*copied)}}));
    co_return Good;
}

Task<int> check(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return call.fail(withoutMaintenance(*graph));
    auto checking = maintenance->check();
    const auto problems = co_await checking;
    if (!problems)
        co_return call.fail(problems.error());
    auto verifying = maintenance->verifyAudit();
    const auto verified = co_await verifying;
    const bool isGood = problems->empty() && verified;
    Json result(Json::Object{{u"ok"_s, isGood}, {u"problems"_s, asJson(*problems)}});
    if (!verified)
        result.insert(
            u"audit"_s,
            Json(Json::Object{{u"code"_s, verified.error().code}, {u"record"_s, verified.error().detail}}));
    call.print(result);
    call.say(isGood ? u"Every page, reference, row and link of the audit chain is as it was written."_s
                    : u"The database is damaged. Stop working with it and restore the last good backup."_s);
    const int code = isGood ? Good : Refused;
    co_return code;
}

Task<int> contents(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    const auto maintenance = (*graph)->maintenance;
    if (!maintenance)
        co_return call.fail(withoutMaintenance(*graph));
    auto reading = maintenance->contents();
    const auto held = co_await reading;
    if (!held)
        co_return call.fail(held.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"tables"_s, asJson(*held)}}));
    co_return Good;
}

Task<int> restore(Call call)
{
    auto opened = bootstrap::openClosedBackend(call.invocation.start);
    if (!opened)
        co_return call.fail(opened.error());
    const std::shared_ptr<bootstrap::ClosedBackend> closed(*std::move(opened));
    auto restoring = bootstrap::restoreCopy(closed, call.invocation.path(call.invocation.arguments.first()));
    const auto restored = co_await restoring;
    if (!restored)
        co_return call.fail(restored.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"tables"_s, asJson(*restored)}}));
    call.say(u"Restored. What was there before stands beside it as *.before-restore-N."_s);
    co_return Good;
}

Task<int> listBackups(Call call)
{
    const auto closed = bootstrap::openClosedBackend(call.invocation.start);
    if (!closed)
        co_return call.fail(closed.error());
    const auto copies = (*closed)->backend->backups((*closed)->environment);
    if (!copies)
        co_return call.fail(copies.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"backups"_s, jsonOf(*copies)}}));
    co_return Good;
}

Task<int> migrate(Call call)
{
    auto &start = call.invocation.start;
    const auto closed = bootstrap::openClosedBackend(start);
    if (!closed)
        co_return call.fail(closed.error());
    const auto versions = (*closed)->backend->schema((*closed)->environment);
    if (!versions)
        co_return call.fail(versions.error());
    Json result(Json::Object{{u"ok"_s, true}, {u"from"_s, versions->stored}, {u"to"_s, versions->program}});
    if (!call.invocation.isDryRun && versions->stored < versions->program) {
        const auto opened = (*closed)->backend->open((*closed)->environment);
        if (!opened)
            co_return call.fail(opened.error());
        opened->store->close();
    }
    call.print(result);
    call.say(versions->stored == versions->program
                 ? u"The database is up to date."_s
                 : u"A copy of the database as it was stands in data/backups."_s);
    co_return Good;
}

} // namespace

Commands databaseCommands()
{
    return {
        {u"db backup"_s, u"FILE"_s, u"Copies the database into a new file and proves the copy."_s, backUp, 1},
        {u"db backups"_s,
         {},
         u"The copies that the profile knows of, the latest first."_s,
         listBackups,
         0,
         Reach::Exclusive},
        {u"db check"_s, {}, u"Reads every page, row and audit link."_s, check},
        {u"db contents"_s, {}, u"Rows and a hash of each table."_s, contents},
        {u"db restore"_s, u"FILE"_s, u"Puts a proved backup in the place of the database."_s, restore, 1,
         Reach::Exclusive},
        {u"db migrate"_s,
         {},
         u"Brings the database up to date, after a copy (--dry-run)."_s,
         migrate,
         0,
         Reach::Exclusive}};
}

} // namespace simiao::cli
