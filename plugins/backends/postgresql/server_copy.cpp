#include "server_copy.h"

#include "audit_roots.h"
#include "copy_manifest.h"
#include "core/clock.h"
#include "core/disk.h"
#include "core/log.h"
#include "core/try.h"
#include "domain/security/audit_event.h"
#include "filled_database.h"
#include "postgres_backend.h"
#include "server_setup.h"
#include "storage/entity_types.h"
#include "storage/maintenance/contents.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QProcess>

namespace simiao::postgresql {

using namespace Qt::StringLiterals;
using storage::Connection;

namespace {

void tell(const CopyPlace &place, const QString &step)
{
    if (place.progress)
        place.progress(step);
}

Result<ServerTools> toolsFor(const CopyPlace &place, Connection &connection)
{
    TRY(const auto number, connection.readColumn(u"SHOW server_version_num"_s));
    return findServerTools(number.value(0).toInt() / 10'000, place.tools);
}

Result<void> refusePlace(const QString &file)
{
    if (QFile::exists(file) || QFile::exists(manifestOf(file)))
        return Error{ErrorKind::Conflict, u"backup.exists"_s, file};
    if (!QFileInfo(QFileInfo(file).absolutePath()).isDir())
        return Error{ErrorKind::NotFound, u"backup.folder"_s, file};
    return ok();
}

/// A file that is not finished. It goes with this object unless it was kept.
class Unfinished
{
public:
    explicit Unfinished(const QString &file)
        : m_file(file)
    {
    }
    Unfinished(const Unfinished &) = delete;
    Unfinished &operator=(const Unfinished &) = delete;
    ~Unfinished()
    {
        if (!m_isKept)
            QFile::remove(path());
    }

    QString path() const { return m_file + u".part"_s; }
    /// For its owner alone before anything stands in it.
    Result<void> create() const
    {
        TRY(const auto file, systemDisk()->create(path()));
        return ok();
    }
    Result<void> keep()
    {
        TRY_VOID(systemDisk()->rename(path(), m_file));
        m_isKept = true;
        return systemDisk()->syncDirectory(QFileInfo(m_file).absolutePath());
    }

private:
    QString m_file;
    bool m_isKept = false;
};

/// The seals and the dump are of one moment: both read the snapshot of this transaction.
Result<DatabaseSeals> dump(const CopyPlace &place,
                           const ServerTools &tools,
                           Connection &connection,
                           const QString &path)
{
    TRY_VOID(connection.runScript(u"BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY"_s));
    TRY(const auto snapshot, connection.readColumn(u"SELECT pg_catalog.pg_export_snapshot()"_s));
    TRY(auto seals, sealsOf(connection));
    TRY_VOID(runTool(
        tools.dump,
        {u"--format=custom"_s, u"--schema=simiao"_s, u"--schema=simiao_api"_s, u"--verbose"_s,
         u"--no-password"_s, u"--snapshot="_s + snapshot.value(0), u"--file="_s + path,
         databaseArgument(place.setup.address)},
        path, [&place](const QString &table) { tell(place, table); }, place.stop));
    connection.rollback();
    return seals;
}

Result<CopyManifest> describe(Connection &connection,
                              const QString &path,
                              DatabaseSeals seals,
                              const std::stop_token &stop)
{
    CopyManifest manifest;
    TRY(const auto generation, connection.readColumn(u"SELECT id FROM generation ORDER BY begun DESC"_s));
    TRY(const auto version, connection.readColumn(u"SHOW server_version_num"_s));
    TRY(const auto measured, measureFile(path, stop));
    manifest.generation = generation.value(0);
    manifest.serverVersion = version.value(0).toInt();
    manifest.made = SystemClock().now();
    std::tie(manifest.bytes, manifest.sha256) = measured;
    manifest.seals = std::move(seals);
    return manifest;
}

/// Every block is read and unpacked as a restore would.
Result<void> readBack(const ServerTools &tools, const QString &path, const std::stop_token &stop)
{
    return runTool(tools.restore, {u"--file="_s + QProcess::nullDevice(), path}, path, {}, stop);
}

sdk::ServerCopy copyOf(const QString &file, const CopyManifest &manifest, const QElapsedTimer &time)
{
    sdk::ServerCopy copy{.file = file,
                         .made = manifest.made,
                         .schema = manifest.seals.schema,
                         .databaseSchema = manifest.seals.schema,
                         .tables = manifest.seals.tables,
                         .auditLinks = manifest.seals.links()};
    copy.tookMs = time.elapsed();
    return copy;
}

/// As a whole or not at all, a drill too: in many transactions a full disk is found by the server's own log, and the server stops.
Result<void> fill(const CopyPlace &place, const ServerTools &tools, const QString &file)
{
    return runTool(
        tools.restore,
        {u"--single-transaction"_s, u"--exit-on-error"_s, u"--verbose"_s, u"--no-password"_s,
         databaseArgument(place.setup.address), file},
        file, [&place](const QString &table) { tell(place, table); }, place.stop);
}

QString restoredEvent(const QString &workstation)
{
    security::AuditEvent event;
    event.act = u"database.maintain"_s;
    event.recorded = SystemClock().now();
    event.workstation = workstation;
    event.detail = u"restore"_s;
    return QString::fromUtf8(toJson(event).canonical());
}

Result<void> beginGeneration(Connection &connection, const QString &workstation)
{
    TRY(const auto rows,
        connection.run(u"keeper/begin_generation"_s, {{u"event"_s, restoredEvent(workstation)}}));
    return ok();
}

/// All tables and chains as the manifest has them, each link behind the one before.
Result<void> proveAsItWas(Connection &connection, const DatabaseSeals &expected)
{
    TRY(const auto held, sealsOf(connection));
    TRY_VOID(compare(held, expected));
    TRY_VOID(proveChains(connection));
    return ok();
}

/// Each row with its own hash.
Result<void> proveRows(Connection &connection, const std::stop_token &stop)
{
    const auto problems = storage::findRowProblems(connection, storage::entityTypes(), 1);
    if (stop.stop_requested())
        return cancelled();
    return problems.empty()
        ? ok()
        : Result<void>(Error{ErrorKind::Corrupt, problems.front().code, problems.front().place});
}

/// What desks are let in to is this program's: also a copy of the same step may have functions of before its last correction.
/// \returns the step it has then; Conflict `server.copy-update`
Result<int> update(const CopyPlace &place, Connection &connection)
{
    tell(place, u"update"_s);
    if (place.stop.stop_requested())
        return cancelled(); // its statements are not stopped
    const auto state = bringUpToDate(connection, place.sqlFolder);
    if (state)
        return state->version;
    if (state.error().kind == ErrorKind::Unavailable)
        return state.error();
    log::error(state.error());
    return Error{ErrorKind::Conflict, u"server.copy-update"_s,
                 u"%1 %2"_s.arg(state.error().code, state.error().detail).trimmed()};
}

/// A place for the schemas of the copy, which brings its own.
Result<void> makeRoom(const CopyPlace &place, Connection &connection)
{
    TRY_VOID(prepareDatabase(connection, place.sqlFolder));
    TRY_VOID(keepDesksOut(connection)); // not before it is proved
    TRY_VOID(connection.runScript(u"DROP SCHEMA simiao_api"_s));
    return connection.runScript(u"DROP SCHEMA simiao"_s);
}

/// \returns the step of the database
Result<int> fillAndProve(const CopyPlace &place,
                         const ServerTools &tools,
                         Connection &connection,
                         const QString &file,
                         const CopyManifest &manifest)
{
    TRY_VOID(makeRoom(place, connection));
    TRY_VOID(fill(place, tools, file));
    tell(place, u"compare"_s);
    TRY_VOID(proveAsItWas(connection, manifest.seals));
    TRY(const int schema, update(place, connection));
    TRY_VOID(proveRows(connection, place.stop));
    TRY_VOID(beginGeneration(connection, place.workstation));
    return schema;
}

/// The error itself, or that what was put in could not be taken out: then the next restore does it.
Error takenBack(Connection &connection, const Error &error)
{
    const auto emptied = emptyAgain(connection);
    if (emptied)
        return error;
    log::error(emptied.error());
    return {ErrorKind::Unavailable, u"server.copy-left"_s, error.code};
}

Result<void> refuseNewer(const CopyManifest &manifest, const QString &sqlFolder)
{
    TRY(const int program, programSchema(sqlFolder));
    if (manifest.seals.schema <= program)
        return ok();
    return Error{ErrorKind::Conflict, u"server.copy-newer"_s,
                 u"%1 %2"_s.arg(manifest.seals.schema).arg(program)};
}

Result<sdk::ServerCopy> makeCopy(const CopyPlace &place, const QString &file)
{
    QElapsedTimer time;
    time.start();
    TRY_VOID(refusePlace(file));
    TRY(const auto server, openForProof(place.setup));
    server.wire->beginStoppable(place.stop);
    TRY(const auto tools, toolsFor(place, *server.connection));
    Unfinished part(file);
    TRY_VOID(part.create());
    TRY(auto seals, dump(place, tools, *server.connection, part.path()));
    tell(place, u"read back"_s);
    TRY_VOID(readBack(tools, part.path(), place.stop));
    TRY(const auto manifest, describe(*server.connection, part.path(), std::move(seals), place.stop));
    TRY_VOID(part.keep());
    if (const auto written = writeCopyManifest(file, manifest); !written) {
        QFile::remove(file); // it would stand in the way of the next one
        return written.error();
    }
    return copyOf(file, manifest, time);
}

Result<sdk::ServerCopy> putBack(const CopyPlace &place, const QString &file)
{
    QElapsedTimer time;
    time.start();
    TRY(const auto manifest, readCopyManifest(file));
    TRY_VOID(refuseNewer(manifest, place.sqlFolder));
    TRY_VOID(checkCopyFile(file, manifest, place.stop));
    TRY(const auto server, openForProof(place.setup));
    auto &connection = *server.connection;
    TRY(const auto tools, toolsFor(place, connection));
    TRY_VOID(beginFilling(connection));
    server.wire->beginStoppable(place.stop);
    const auto schema = fillAndProve(place, tools, connection, file, manifest);
    server.wire->endStoppable();
    const auto ended = schema ? endFilling(connection) : Result<void>(schema.error());
    if (!ended)
        return takenBack(connection, ended.error());
    auto copy = copyOf(file, manifest, time);
    copy.databaseSchema = *schema;
    return copy;
}

} // namespace

Result<sdk::ServerCopy> toldToKeeper(Result<sdk::ServerCopy> copy)
{
    if (copy)
        return copy;
    const auto &where = copy.error().where;
    if (copy.error().kind == ErrorKind::Cancelled)
        return Error{ErrorKind::Cancelled, u"server.copy-stopped"_s, {}, where};
    if (copy.error().code == "server.disk-full"_L1)
        return Error{ErrorKind::Unavailable, u"server.copy-no-room"_s, {}, where};
    return copy;
}

Result<sdk::ServerCopy> backUp(const CopyPlace &place, const QString &file)
{
    return toldToKeeper(makeCopy(place, file));
}

Result<void> noteRestored(const CopyPlace &place)
{
    TRY(const auto server, openForProof(place.setup));
    return beginGeneration(*server.connection, place.workstation);
}

Result<sdk::ServerCopy> restoreCopy(const CopyPlace &place, const QString &file)
{
    return toldToKeeper(putBack(place, file));
}

} // namespace simiao::postgresql
