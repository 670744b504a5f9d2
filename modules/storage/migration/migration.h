#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

namespace simiao::storage {

class Connection;

/// One step of the schema, read from NNNN_name/{up,down,check}.sql.
struct Migration
{
    int number = 0;
    QString name;
    QStringList up;
    QStringList down;
    QString check;       ///< a query; each row it gives is a complaint
    QByteArray checksum; ///< SHA-256 of up.sql
};

/// Statements separated by a line `--;;`.
QStringList splitStatements(const QString &sql);

/// All migrations of a folder in order; `migration.malformed` names the folder that is not NNNN_name or has no up.sql.
Result<std::vector<Migration>> readMigrations(const QString &folder);

/// Which migrations a database has.
struct SchemaState
{
    int version = 0; ///< number of the last applied one; 0 is an empty database
    bool isNewerThanProgram = false;
};

/// \returns `migration.changed` when an applied migration's file is not what was applied,
///          `migration.foreign` when the database is not ours
Result<SchemaState> schemaState(Connection &connection, const std::vector<Migration> &migrations);

/// Applies what is missing, each migration in one transaction with its version row, and runs its check.
/// Conflict `migration.newer` when the database was made by a newer program: nothing is touched.
Result<SchemaState> migrateUp(Connection &connection, const std::vector<Migration> &migrations);

/// Takes back the last applied migration.
Result<SchemaState> migrateDown(Connection &connection, const std::vector<Migration> &migrations);

} // namespace simiao::storage
