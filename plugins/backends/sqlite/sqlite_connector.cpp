#include "sqlite_connector.h"

#include "core/try.h"
#include "idle_checkpoint.h"
#include "sqlite_copy.h"
#include "sqlite_errors.h"
#include "storage/entity_types.h"
#include "storage/migration/migration.h"

#include <QDir>
#include <QFile>
#include <QSqlError>
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

/// The first write takes the lock that is then held for life: a second process fails here, at once.
Result<void> takeLock(storage::Connection &connection)
{
    for (const char *setting : kSettings) {
        TRY_VOID(connection.runScript(QString::fromLatin1(setting)));
    }
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

Result<void> keepCopy(storage::Connection &connection, const QString &folder, int from, int to)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.create"), folder};
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

Result<std::unique_ptr<storage::Connection>> connect(const sdk::BackendEnvironment &environment)
{
    TRY(const auto migrations, migrationsIn(environment.sqlFolder));
    TRY(auto connection, openPlain(SqliteFiles(environment.dataFolder).database, environment.sqlFolder));
    TRY_VOID(takeLock(*connection));
    TRY_VOID(migrate(*connection, migrations, environment));
    connection->whenCommitted(idleCheckpoint(connection.get(), SqliteFiles(environment.dataFolder).database));
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
    TRY(auto catalogue, storage::StatementCatalogue::load(sqlFolder + QStringLiteral("/common")));
    for (const auto *type : storage::entityTypes())
        catalogue.addType(*type);
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString());
    database.setDatabaseName(path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
    if (!database.open())
        return mapError(database.lastError());
    return std::make_unique<storage::Connection>(database, std::move(catalogue), mapError);
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
