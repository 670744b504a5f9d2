#pragma once

#include "sdk/backend_plugin.h"
#include "storage/sql_store.h"

namespace simiao::sqlite {

/// The files of the back-end in its data folder.
struct SqliteFiles
{
    QString database;  ///< simiao.db
    QString auditHead; ///< audit.head
    QString backups;   ///< folder of the copies made by themselves

    explicit SqliteFiles(const QString &dataFolder);
};

/// Opens (or creates) the database file as the only user of it, and migrates it, after a copy of what it was.
/// Conflict `sqlite.in-use` when another process holds it, `migration.pending` where it may not migrate;
/// Corrupt `sqlite.not-a-database`, or `store.missing` where the database is gone or empty and something tells that there was one;
/// Unavailable `sqlite.cannot-open` where it cannot be written, `sqlite.no-room` where the disk is full.
/// Nothing else in this process may open the file: POSIX locks drop on any close.
storage::Connector connector(const sdk::BackendEnvironment &environment);

/// What `connector` would have to do; the database is not changed.
Result<sdk::SchemaVersions> schemaOf(const sdk::BackendEnvironment &environment);

/// A connection to `path` with the statements of the catalogue, not migrated, not locked for life.
Result<std::unique_ptr<storage::Connection>> openPlain(const QString &path, const QString &sqlFolder);

} // namespace simiao::sqlite
