#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::postgresql {

/// The back-end of a hospital: a PostgreSQL server, or one that speaks its protocol.
class PostgresqlPlugin : public QObject, public sdk::BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoBackendPlugin_iid FILE "postgresql.json")
    Q_INTERFACES(simiao::sdk::BackendPlugin)

public:
    Result<sdk::Backend> open(const sdk::BackendEnvironment &environment) override;
    Result<sdk::SchemaVersions> schema(const sdk::BackendEnvironment &environment) override;
};

} // namespace simiao::postgresql
