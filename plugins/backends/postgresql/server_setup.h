#pragma once

#include "postgres_connector.h"
#include "storage/migration/migration.h"

namespace simiao::postgresql {

/// Makes an empty database one of ours, or brings one of ours up to date: roles, schemas, migrations, grants. Harmless when run
/// again; each migration is one transaction.
/// \param connection  logged in as somebody who may make roles (the owner of the server, not of a desk)
/// \returns the schema it has then; Conflict `migration.newer`; Corrupt `migration.…`; Forbidden `server.refused`
Result<storage::SchemaState> setUpDatabase(storage::Connection &connection, const QString &sqlFolder);

/// Takes the last migration back, with what was stored in its tables.
Result<storage::SchemaState> takeBackMigration(storage::Connection &connection, const QString &sqlFolder);

/// Lets a desk log in as `login`; one that may already gets the new password. The password travels as a SCRAM verifier: no log of the
/// server has it.
/// \param server  logged in as somebody who may make roles
/// \returns Invalid `server.login-name` (small letters, digits, _); Invalid `server.login-password` for an empty one
Result<void> admitDesk(const OpenServer &server, const QString &login, const QString &password);

/// The schema this program works with.
Result<int> programSchema(const QString &sqlFolder);

} // namespace simiao::postgresql
