#include "sqlite_connector.h"

#include "core/try.h"
#include "idle_checkpoint.h"
#include "joined_log.h"
#include "sqlite_backups.h"
#include "sqlite_copy.h"
#include "sqlite_errors.h"
#include "sqlite_replace.h"
#include "sqlite_statements.h"
#include "storage/audit/head_file.h"
#include "storage/entity_types.h"
#include "storage/migration/migration.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

namespace simiao::sqlite {

namespace {

using Migrations = std::vector<storage::Migration>;

// FULL: one flush a commit and nothing acknowledged is lost in a power cut; NORMAL loses it.
constexpr const char *kSettings[] = {
    "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",      "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",        "PRAGMA recursive_triggers = ON", "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",      "PRAGMA wal_autocheckpoint = 0",  "PRAGMA cache_size = -32768",
};

Result<Migrations> migrationsIn(const QString &sqlFolder)
{
    return storage::readMigrations(sqlFolder + QStringLiteral("/sqlite/migrations"));
}

/// Whether the profile has kept records before: a witness of the trail, copies, or what a restore put aside.
bool hasKeptRecords(const sdk::BackendEnvironment &environment)
{
    const SqliteFiles files(environment.dataFolder);
    if (!knownBackups(environment).empty() || QFile::exists(asideName(files.database, 1)))
        return true;
    if (QFileInfo(files.auditHead).size() == 0) // also when it is not there
        return false;
    const auto witnessed = storage::AuditHeadFile(files.auditHead).read();
    return !witnessed || witnessed->count > 0;
}

/// SQLite would begin an empty database in its place, and people would work on in a hospital that knows nobody.
Result<void> refuseLost(const sdk::BackendEnvironment &environment)
{
    const SqliteFiles files(environment.dataFolder);
    if (QFileInfo(files.database).size() > 0 || !hasKeptRecords(environment))
        return ok();
    return Error{ErrorKind::Corrupt, QStringLiteral("store.missing"), files.database};
}

/// At start nothing was to be saved yet: the file is what is said.
Error ofOpening(Error error, const QString &path)
{
    if (error.code == QLatin1StringView("store.write"))
        return {ErrorKind::Unavailable, QStringLiteral("sqlite.cannot-open"), path};
    if (error.code == QLatin1StringView("store.disk-full"))
        return {ErrorKind::Unavailable, QStringLiteral("sqlite.no-room"), path};
    return error;
}

/// The first write takes the lock that is then held for life: a second process fails here, at once.
Result<void> takeLock(storage::Connection &connection)
{
    for (const char *setting : kSettings) {
        TRY_VOID(connection.runScript(QString::fromLatin1(setting)));
    }
    TRY_VOID(connection.runScript(QStringLiteral("PRAGMA journal_size_limit = %1").arg(kLogLimit)));
    TRY_VOID(connection.runScript(QStringLiteral("BEGIN EXCLUSIVE")));
    return connection.commitTransaction();
}

/// The number tells from where to where; the rest keeps copies of several attempts apart.
QString copyName(int from, int to)
{
    return QStringLiteral("before-migration-%1-to-%2-%3.db")
        .arg(from)
        .arg(to)
        .arg(QUuid::createUuid().toString(QUuid::Id128).left(8));
}

/// Each attempt has a name of its own, so nobody comes back for what a killed one left.
void removePartialCopies(const QString &folder)
{
    const QDir place(folder);
    for (const auto &name : place.entryList({QStringLiteral("*.partial*")}, QDir::Files))
        QFile::remove(place.filePath(name));
}

Result<void> keepCopy(storage::Connection &connection, const QString &folder, int from, int to)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.create"), folder};
    removePartialCopies(folder);
    return vacuumInto(connection, QDir(folder).filePath(copyName(from, to)));
}

Result<void> migrate(storage::Connection &connection,
                     const Migrations &migrations,
                     const sdk::BackendEnvironment &environment)
{
    TRY(const auto state, storage::schemaState(connection, migrations));
    const int newest = migrations.back().number;
    if (state.version > 0 && state.version < newest) {
        if (!environment.mayMigrate)
            return Error{ErrorKind::Conflict, QStringLiteral("migration.pending"),
                         QStringLiteral("%1 %2").arg(state.version).arg(newest)};
        TRY_VOID(keepCopy(connection, SqliteFiles(environment.dataFolder).backups, state.version, newest));
    }
    TRY_VOID(storage::migrateUp(connection, migrations));
    return ok();
}

Result<void> prepare(storage::Connection &connection,
                     const Migrations &migrations,
                     const sdk::BackendEnvironment &environment)
{
    TRY_VOID(takeLock(connection));
    return migrate(connection, migrations, environment);
}

/// Where the driver has the database open: by its path, or as a URI that names the files' way.
QString nameOf(const QString &path, const char *files)
{
    if (!files)
        return path;
    auto uri = QUrl::fromLocalFile(path);
    uri.setQuery(QStringLiteral("vfs=") + QString::fromLatin1(files));
    return uri.toString(QUrl::FullyEncoded);
}

Result<std::unique_ptr<storage::Connection>> open(const QString &path,
                                                  const QString &sqlFolder,
                                                  const char *files)
{
    TRY(auto catalogue, storage::StatementCatalogue::load(sqlFolder + QStringLiteral("/common")));
    for (const auto *type : storage::entityTypes())
        catalogue.addType(*type);
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString());
    database.setDatabaseName(nameOf(path, files));
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0")
                               + (files ? QStringLiteral(";QSQLITE_OPEN_URI") : QString()));
    if (!database.open())
        return ofOpening(mapError(database.lastError()), path);
    return std::make_unique<storage::Connection>(database, std::move(catalogue), mapError);
}

/// With what is faster than QtSql, where the driver's SQLite is the one we know.
Result<std::unique_ptr<storage::Connection>> openForSaving(const QString &path, const QString &sqlFolder)
{
    if (const char *files = joinedLog()) {
        auto connection = open(path, sqlFolder, files);
        if (connection) {
            const auto &database = (*connection)->database();
            (*connection)->prepareWith(readingWithSqlite(database), writingWithSqlite(database));
            return connection;
        }
    }
    return openPlain(path, sqlFolder); // also to say why it cannot be opened at all
}

Result<std::unique_ptr<storage::Connection>> connect(const sdk::BackendEnvironment &environment)
{
    TRY(const auto migrations, migrationsIn(environment.sqlFolder));
    TRY_VOID(refuseLost(environment));
    const QString path = SqliteFiles(environment.dataFolder).database;
    TRY(auto connection, openForSaving(path, environment.sqlFolder));
    if (auto prepared = prepare(*connection, migrations, environment); !prepared)
        return ofOpening(std::move(prepared).error(), path);
    connection->whenCommitted(idleCheckpoint(connection.get(), path));
    return connection;
}

} // namespace

SqliteFiles::SqliteFiles(const QString &dataFolder)
    : database(QDir(dataFolder).filePath(QStringLiteral("simiao.db")))
    , auditHead(QDir(dataFolder).filePath(QStringLiteral("audit.head")))
    , backups(QDir(dataFolder).filePath(QStringLiteral("backups")))
{
}

storage::Connector connector(const sdk::BackendEnvironment &environment)
{
    return [environment] { return connect(environment); };
}

Result<std::unique_ptr<storage::Connection>> openPlain(const QString &path, const QString &sqlFolder)
{
    return open(path, sqlFolder, nullptr);
}

Result<sdk::SchemaVersions> schemaOf(const sdk::BackendEnvironment &environment)
{
    TRY(const auto migrations, migrationsIn(environment.sqlFolder));
    sdk::SchemaVersions versions{0, migrations.back().number};
    const SqliteFiles files(environment.dataFolder);
    if (!QFile::exists(files.database))
        return versions;
    TRY(const auto connection, openPlain(files.database, environment.sqlFolder));
    TRY(const auto state, storage::schemaState(*connection, migrations));
    versions.stored = state.version;
    return versions;
}

} // namespace simiao::sqlite
