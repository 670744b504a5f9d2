#pragma once

#include "postgres_connector.h"
#include "storage/migration/migration.h"

namespace simiao::postgresql {

/// Makes an empty database one of ours, or brings one of ours up to date: roles, schemas, migrations, what is demanded and shown, rules, grants. Harmless when run
/// again; each migration is one transaction.
/// \param connection  logged in as somebody who may make roles (the owner of the server, not of a desk)
/// \returns the schema it has then; Invalid `server.lacks` for a server that cannot what is used of it; Conflict `migration.newer`; Corrupt `migration.…`; Forbidden `server.refused`
Result<storage::SchemaState> setUpDatabase(storage::Connection &connection, const QString &sqlFolder);

/// The first part of it: roles, schemas that hold nothing yet, settings of the database, what everybody may call there.
Result<void> prepareDatabase(storage::Connection &connection, const QString &sqlFolder);

/// The last part of it, alone: migrations that are missing, what is demanded and shown, rules, grants. The connection is the owner's as it was.
Result<storage::SchemaState> bringUpToDate(storage::Connection &connection, const QString &sqlFolder);

/// Takes the last migration back, with what was stored in its tables.
Result<storage::SchemaState> takeBackMigration(storage::Connection &connection, const QString &sqlFolder);

/// The database is that of this campus (`site.code`), unless somebody has worked with it already. \param connection  as setUpDatabase() leaves it
Result<void> takeSite(storage::Connection &connection, const QString &site);

/// The schema this program works with.
Result<int> programSchema(const QString &sqlFolder);

} // namespace simiao::postgresql
