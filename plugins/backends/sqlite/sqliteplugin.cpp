#include "sqliteplugin.h"

#include "core/try.h"
#include "sqlite_backend.h"
#include "sqlite_backups.h"
#include "sqlite_connector.h"
#include "sqlite_copy.h"
#include "sqlite_import.h"
#include "sqlite_rows.h"

namespace simiao::sqlite {

Result<sdk::Backend> SqlitePlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

Result<sdk::SchemaVersions> SqlitePlugin::schema(const sdk::BackendEnvironment &environment)
{
    return schemaOf(environment);
}

Result<std::vector<workflow::TableContents>> SqlitePlugin::restore(const sdk::BackendEnvironment &environment,
                                                                   const QString &file)
{
    return restoreFrom(environment, file);
}

Result<workflow::Transfer> SqlitePlugin::importFrom(const sdk::BackendEnvironment &environment,
                                                    const QString &folder,
                                                    const workflow::TableProgress &progress)
{
    return importExport(environment, folder, progress);
}

Result<std::vector<sdk::BackupCopy>> SqlitePlugin::backups(const sdk::BackendEnvironment &environment)
{
    return knownBackups(environment);
}

Result<sdk::BackupProof> SqlitePlugin::prove(const sdk::BackendEnvironment &environment, const QString &file)
{
    return proveCopy(environment, file);
}

Result<workflow::Transfer> SqlitePlugin::writeRows(const sdk::BackendEnvironment &environment,
                                                   const workflow::ExportOrder &order,
                                                   const std::stop_token &stop)
{
    return sqlite::writeRows(environment, order, stop);
}

} // namespace simiao::sqlite
