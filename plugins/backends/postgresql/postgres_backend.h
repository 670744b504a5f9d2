#pragma once

#include "postgres_connector.h"
#include "sdk/backend_plugin.h"

namespace simiao::postgresql {

/// The server that the setting `backend` names, with the statements of the program.
Result<ServerSetup> setupOf(const sdk::BackendEnvironment &environment);
/// The same for whoever keeps that server: behind a pooler, where the address names one.
Result<ServerSetup> keeperSetupOf(const sdk::BackendEnvironment &environment);

/// Opens the store of that server; blocks until it answers or its deadline has passed.
/// \returns what PostgresStore::open() and setupOf() say; NotFound `server.not-set-up` for a database that is not ours;
///          Conflict `migration.newer` ("stored program") where it has a schema that this program cannot work with
Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment);
/// The same of a setup that was made by setupOf().
Result<sdk::Backend> openBackend(ServerSetup setup, const sdk::BackendEnvironment &environment);

/// The schema of the server; 0 where the database is not set up.
Result<sdk::SchemaVersions> schemaOf(const sdk::BackendEnvironment &environment);

/// Opens the address of the setting `backend` for whoever keeps the server.
Result<OpenServer> openForKeeper(const sdk::BackendEnvironment &environment);
/// The same of any address; what is done there takes what it takes.
Result<OpenServer> openForKeeper(const ServerSetup &setup);
/// The same, and statements read the tables themselves, not what desks are shown of them.
Result<OpenServer> openForProof(const ServerSetup &setup);

} // namespace simiao::postgresql
