#include "postgresqlplugin.h"

#include "postgres_backend.h"

namespace simiao::postgresql {

Result<sdk::Backend> PostgresqlPlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

Result<sdk::SchemaVersions> PostgresqlPlugin::schema(const sdk::BackendEnvironment &environment)
{
    return schemaOf(environment);
}

} // namespace simiao::postgresql
