#include "bootstrap/closed_backend.h"
#include "bootstrap/kept_server.h"
#include "cli/command_table.h"
#include "cli/stop_signals.h"
#include "cli/store_report.h"
#include "core/clock.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>

namespace simiao::cli {

using namespace Qt::StringLiterals;

namespace {

/// Below the profile, for its owner alone: it holds every patient. Gone with this object; after a kill, with the next.
class Working
{
public:
    explicit Working(const QString &cacheFolder)
        : m_folder(QDir(cacheFolder).filePath(u"transfer"_s))
    {
        QDir(m_folder).removeRecursively();
    }
    Working(const Working &) = delete;
    Working &operator=(const Working &) = delete;
    ~Working() { QDir(m_folder).removeRecursively(); }

    const QString &folder() const { return m_folder; }

private:
    QString m_folder;
};

Error missing(const QString &option)
{
    return {ErrorKind::Invalid, u"cli.option"_s, option};
}

workflow::ExportOrder orderFor(const bootstrap::ClosedBackend &closed, const QString &folder)
{
    workflow::ExportOrder order;
    order.folder = folder;
    order.program = QCoreApplication::applicationVersion();
    order.site = closed.config.value(u"site.code"_s);
    order.created = SystemClock().now();
    return order;
}

Json jsonOf(const workflow::Transfer &transfer, qint64 milliseconds)
{
    qint64 rows = 0;
    for (const auto &table : transfer.tables)
        rows += table.rows;
    return Json(Json::Object{{u"ok"_s, true},
                             {u"tables"_s, asJson(transfer.tables)},
                             {u"rows"_s, rows},
                             {u"auditLinks"_s, transfer.auditLinks},
                             {u"milliseconds"_s, milliseconds}});
}

void sayWhatNow(const Call &call, const QString &configFile, const workflow::Transfer &transfer)
{
    for (const auto &place : transfer.imagesElsewhere)
        call.say(u"Not moved: images in %1. They are read from there."_s.arg(place));
    call.say(u"Moved: every row, receipt, running number and audit link on the server is what the profile "
             u"holds, and the audit "
             "chain goes on there. The profile is unchanged; keep it until the first backup of the server "
             "was drilled.\n"
             "To switch: simiao-cli db grant ADDRESS LOGIN, then write into %1:\n"
             "  backend = \"postgresql://LOGIN@HOST/DATABASE?passfile=...\"\n"
             "What is still done in the profile as it is now does not reach the server."_s.arg(configFile));
}

/// Before the first row was sent.
Error stopped(const Error &error)
{
    return error.kind == ErrorKind::Cancelled
        ? Error{ErrorKind::Cancelled, u"transfer.stopped"_s, {}, error.where}
        : error;
}

Result<workflow::Transfer> moved(const Call &call, bootstrap::ClosedBackend &closed)
{
    auto *source = dynamic_cast<sdk::RowSource *>(closed.backend);
    if (!source)
        return Error{ErrorKind::Invalid, u"transfer.source"_s, call.invocation.from};
    auto server = bootstrap::keptServer(call.invocation.start, call.invocation.to);
    if (!server)
        return std::move(server).error();
    const StopSignals signals(call.sayStopping());
    const Working working(closed.environment.cacheFolder);
    const auto say = [&call](const QString &table, qint64 rows) {
        call.say(u"%1  %2"_s.arg(rows, 10).arg(table));
    };
    auto environment = closed.environment;
    environment.mayMigrate = false; // the profile stays as it is
    const auto written = source->writeRows(environment, orderFor(closed, working.folder()), signals.token());
    if (!written)
        return stopped(written.error());
    return (*server)->rows->takeRows((*server)->environment, working.folder(),
                                     closed.config.value(u"workstation.name"_s), say, signals.token());
}

Task<int> transfer(Call call)
{
    const auto &invocation = call.invocation;
    if (invocation.from.isEmpty() || invocation.to.isEmpty())
        co_return call.fail(missing(invocation.from.isEmpty() ? u"--from PROFILE"_s : u"--to ADDRESS"_s));
    QElapsedTimer time;
    time.start();
    auto start = invocation.start;
    start.profileFolder = invocation.path(invocation.from);
    const auto closed = bootstrap::openClosedBackend(start);
    if (!closed)
        co_return call.fail(closed.error());
    const auto done = moved(call, **closed);
    if (!done)
        co_return call.fail(done.error());
    call.print(jsonOf(*done, time.elapsed()));
    sayWhatNow(call, (*closed)->profile->folders().configFile, *done);
    co_return Good;
}

} // namespace

Commands transferCommands()
{
    return {
        {u"db transfer"_s,
         {},
         u"Moves a profile into a server's empty database (--from PROFILE --to ADDRESS); goes on where it was stopped."_s,
         transfer,
         0,
         Reach::NoStore}};
}

} // namespace simiao::cli
