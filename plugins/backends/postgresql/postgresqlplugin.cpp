#include "postgresqlplugin.h"

#include "core/try.h"
#include "postgres_backend.h"
#include "server_setup.h"

namespace simiao::postgresql {

Result<sdk::Backend> PostgresqlPlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

Result<sdk::SchemaVersions> PostgresqlPlugin::schema(const sdk::BackendEnvironment &environment)
{
    return schemaOf(environment);
}

Result<sdk::SchemaVersions> PostgresqlPlugin::initialise(const sdk::BackendEnvironment &environment)
{
    TRY(auto versions, schemaOf(environment));
    TRY(const auto server, openForKeeper(environment));
    TRY(const auto state, setUpDatabase(*server.connection, environment.sqlFolder));
    versions.program = state.version;
    return versions;
}

Result<void> PostgresqlPlugin::admitDesk(const sdk::BackendEnvironment &environment,
                                         const QString &login,
                                         const QString &password)
{
    TRY(const auto server, openForKeeper(environment));
    return postgresql::admitDesk(server, login, password);
}

} // namespace simiao::postgresql
