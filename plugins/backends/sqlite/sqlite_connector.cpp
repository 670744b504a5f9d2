#include "sqlite_connector.h"

#include "core/try.h"
#include "sqlite_errors.h"
#include "storage/entity_types.h"
#include "storage/migration/migration.h"

#include <QSqlError>
#include <QUuid>

namespace simiao::sqlite {

namespace {

// FULL: one flush a commit and nothing acknowledged is lost in a power cut; NORMAL loses it.
constexpr const char *kSettings[] = {
    "PRAGMA locking_mode = EXCLUSIVE", "PRAGMA journal_mode = WAL",      "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",        "PRAGMA recursive_triggers = ON", "PRAGMA trusted_schema = OFF",
    "PRAGMA temp_store = MEMORY",
};

Result<std::unique_ptr<storage::Connection>> openFile(const QString &path,
                                                      storage::StatementCatalogue catalogue)
{
    auto database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString());
    database.setDatabaseName(path);
    database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=0"));
    if (!database.open())
        return mapError(database.lastError());
    return std::make_unique<storage::Connection>(database, std::move(catalogue), mapError);
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

Result<std::unique_ptr<storage::Connection>> connect(const QString &databasePath, const QString &sqlFolder)
{
    TRY(const auto migrations, storage::readMigrations(sqlFolder + QStringLiteral("/sqlite/migrations")));
    TRY(auto catalogue, storage::StatementCatalogue::load(sqlFolder + QStringLiteral("/common")));
    for (const auto *type : storage::entityTypes())
        catalogue.addType(*type);
    TRY(auto connection, openFile(databasePath, std::move(catalogue)));
    TRY_VOID(takeLock(*connection));
    TRY_VOID(storage::migrateUp(*connection, migrations));
    return connection;
}

} // namespace

storage::Connector connector(const QString &databasePath, const QString &sqlFolder)
{
    return [databasePath, sqlFolder] { return connect(databasePath, sqlFolder); };
}

} // namespace simiao::sqlite
