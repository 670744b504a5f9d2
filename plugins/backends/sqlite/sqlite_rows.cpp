#include "sqlite_rows.h"

#include "core/try.h"
#include "schema_number.h"
#include "sqlite_connector.h"
#include "storage/audit/head_file.h"
#include "storage/audit/link_row.h"
#include "storage/maintenance/export_folder.h"
#include "storage/maintenance/export_rows.h"
#include "storage/maintenance/profile_images.h"

namespace simiao::sqlite {

using storage::Connection;
using storage::ExportManifest;

namespace {

/// The chain is not shorter than its witness says.
Result<void> checkChain(Connection &connection, const QString &headFile)
{
    TRY(const auto witnessed, storage::AuditHeadFile(headFile).read());
    TRY(const auto head, storage::walkChain(connection, witnessed));
    return ok();
}

Result<ExportManifest> manifestOf(Connection &connection,
                                  const sdk::BackendEnvironment &environment,
                                  const workflow::ExportOrder &order,
                                  const std::stop_token &stop)
{
    TRY(auto manifest, storage::exportRows(connection, order, storage::KeptChains::One, stop));
    TRY(manifest.schema, schemaNumber(connection, environment.sqlFolder));
    TRY(manifest.imagesElsewhere, storage::imagePlaces(connection));
    return manifest;
}

} // namespace

Result<workflow::Transfer> writeRows(const sdk::BackendEnvironment &environment,
                                     const workflow::ExportOrder &order,
                                     const std::stop_token &stop)
{
    const SqliteFiles files(environment.dataFolder);
    if (!QFile::exists(files.database))
        return Error{ErrorKind::NotFound, QStringLiteral("transfer.source"), environment.dataFolder};
    TRY(const auto connection, connector(environment)());
    TRY_VOID(checkChain(*connection, files.auditHead));
    TRY_VOID(storage::makeExportFolder(order.folder));
    return storage::completeRows(manifestOf(*connection, environment, order, stop), order.folder);
}

} // namespace simiao::sqlite
