#include "postgresqlplugin.h"

#include "access_matrix.h"
#include "core/try.h"
#include "postgres_backend.h"
#include "server_login.h"
#include "server_setup.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

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

Result<void> PostgresqlPlugin::admit(const sdk::BackendEnvironment &environment,
                                     const sdk::ServerLogin &login)
{
    TRY(const auto server, openForKeeper(environment));
    return postgresql::admit(server, login);
}

Result<sdk::AccessMatrix> PostgresqlPlugin::measureAccess(const sdk::BackendEnvironment &environment)
{
    TRY(const auto server, openForKeeper(environment));
    return postgresql::measureAccess(server, environment.sqlFolder + u"/../rules"_s);
}

} // namespace simiao::postgresql
