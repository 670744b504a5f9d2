#include "bootstrap/kept_server.h"
#include "cli/command_table.h"
#include "cli/stop_signals.h"
#include "cli/store_report.h"

#include <QLocale>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

using Work = Result<sdk::ServerCopy> (sdk::ServerCopies::*)(const sdk::BackendEnvironment &,
                                                            const QString &,
                                                            const sdk::StepProgress &,
                                                            const std::stop_token &);

Json jsonOf(const sdk::ServerCopy &copy)
{
    return Json(Json::Object{{u"ok"_s, true},
                             {u"file"_s, copy.file},
                             {u"made"_s, copy.made.toIso()},
                             {u"schema"_s, copy.schema},
                             {u"databaseSchema"_s, copy.databaseSchema},
                             {u"tables"_s, asJson(copy.tables)},
                             {u"auditLinks"_s, copy.auditLinks},
                             {u"milliseconds"_s, copy.tookMs}});
}

/// Runs one of them on the address and the file of the call.
Result<sdk::ServerCopy> done(const Call &call, Work work)
{
    const auto &arguments = call.invocation.arguments;
    auto server = bootstrap::keptServer(call.invocation.start, arguments.first());
    if (!server)
        return std::move(server).error();
    const StopSignals signals(call.sayStopping());
    return ((*server)->copies->*work)((*server)->environment, call.invocation.path(arguments.at(1)),
                                      [&call](const QString &step) { call.say(u"  "_s + step); },
                                      signals.token());
}

/// What people are told of it.
void sayEnd(const Call &call, const sdk::ServerCopy &copy, const QString &words)
{
    if (copy.databaseSchema != copy.schema)
        call.say(u"The backup is of schema %1; the database was brought to %2."_s.arg(copy.schema)
                     .arg(copy.databaseSchema));
    call.say(words.arg(QLocale::c().toString(double(copy.tookMs) / 1000, 'f', 1)));
}

int report(const Call &call, const Result<sdk::ServerCopy> &copy, const QString &words)
{
    if (!copy)
        return call.fail(copy.error());
    call.print(jsonOf(*copy));
    sayEnd(call, *copy, words);
    return Good;
}

Task<int> backUp(Call call)
{
    co_return report(call, done(call, &sdk::ServerCopies::backUpServer),
                     u"Backed up in %1 s and read back. FILE.manifest.json belongs to it. It holds every "
                     u"patient: keep it like the "
                     "database. Try it: simiao-cli db drill ADDRESS FILE"_s);
}

Task<int> restore(Call call)
{
    co_return report(
        call, done(call, &sdk::ServerCopies::restoreServer),
        u"Restored in %1 s: every table, row and audit link is what the manifest says. Desks that knew the "
        u"database refuse "
        "it until their data/server.witness is removed; on a new server let them in again (db grant)."_s);
}

/// Somebody tries whether there is a backup: a sentence answers that.
Task<int> drill(Call call)
{
    const auto copy = done(call, &sdk::ServerCopies::drill);
    if (!copy)
        co_return call.fail(copy.error());
    if (call.invocation.isJson)
        call.print(jsonOf(*copy));
    sayEnd(call, *copy, u"The backup can be restored, in %1 s; nothing of it is left on the server."_s);
    co_return Good;
}

Task<int> noteRestored(Call call)
{
    const auto server = bootstrap::keptServer(call.invocation.start, call.invocation.arguments.first());
    if (!server)
        co_return call.fail(server.error());
    const auto noted = (*server)->copies->noteRestored((*server)->environment);
    if (!noted)
        co_return call.fail(noted.error());
    call.print(Json(Json::Object{{u"ok"_s, true}}));
    call.say(u"It is another database for desks from now on: each that knew it refuses it until its "
             "data/server.witness is removed."_s);
    co_return Good;
}

} // namespace

Commands serverCopyCommands()
{
    return {{u"db backup"_s, u"ADDRESS FILE"_s,
             u"Copies a server's database into a file, with a manifest beside it; desks go on."_s, backUp, 2,
             Reach::NoStore},
            {u"db restore"_s, u"ADDRESS FILE"_s, u"Puts such a copy into an empty database and proves it."_s,
             restore, 2, Reach::NoStore},
            {u"db drill"_s, u"ADDRESS FILE"_s,
             u"Restores it into a database made for it, says how long that takes, and drops it."_s, drill, 2,
             Reach::NoStore},
            {u"db restored"_s, u"ADDRESS"_s,
             u"Says that a server was put back otherwise (a base backup, a disk): desks notice."_s,
             noteRestored, 1, Reach::NoStore}};
}

} // namespace simiao::cli
