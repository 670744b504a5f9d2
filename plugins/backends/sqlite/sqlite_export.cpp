#include "sqlite_export.h"

#include "core/task_of.h"
#include "core/try.h"
#include "schema_number.h"
#include "storage/maintenance/export_folder.h"
#include "storage/maintenance/export_rows.h"
#include "storage/maintenance/profile_images.h"

#include <QDir>
#include <QtConcurrent>

#include <algorithm>

namespace simiao::sqlite {

using storage::ExportManifest;
using workflow::ExportOrder;
using workflow::Transfer;

namespace {

/// An export inside the images would copy itself.
Result<void> refuseInside(const QString &folder, const QString &dataFolder)
{
    const QString place = QDir::cleanPath(folder);
    if (!storage::isBelowAny(place, {QDir::cleanPath(QDir(dataFolder).absolutePath())}))
        return ok();
    return Error{ErrorKind::Invalid, QStringLiteral("export.inside-profile"), folder};
}

Result<void> noteImages(storage::Connection &connection,
                        const sdk::BackendEnvironment &environment,
                        ExportManifest &manifest)
{
    TRY(manifest.imagesFolders, environment.formerImagesFolders());
    manifest.imagesFolders.prepend(environment.imagesFolder());
    TRY(const auto places, storage::imagePlaces(connection));
    std::ranges::copy_if(
        places, std::back_inserter(manifest.imagesElsewhere),
        [&manifest](const QString &place) { return !storage::isBelowAny(place, manifest.imagesFolders); });
    return ok();
}

Result<ExportManifest> writeRows(storage::Connection &connection,
                                 const sdk::BackendEnvironment &environment,
                                 const ExportOrder &order)
{
    TRY(auto manifest, storage::exportRows(connection, order));
    TRY(manifest.schema, schemaNumber(connection, environment.sqlFolder));
    TRY_VOID(noteImages(connection, environment, manifest));
    return manifest;
}

/// On the SQL thread. The folder is ours from when it was made, so an error may take it away.
Result<ExportManifest> beginExport(storage::Connection &connection,
                                   const sdk::BackendEnvironment &environment,
                                   const ExportOrder &order)
{
    TRY_VOID(refuseInside(order.folder, environment.dataFolder));
    TRY_VOID(storage::makeExportFolder(order.folder));
    auto manifest = writeRows(connection, environment, order);
    if (!manifest)
        storage::discardExport(order.folder);
    return manifest;
}

/// On a thread of the pool.
Result<Transfer> endExport(ExportManifest manifest, const QString &imagesFolder, const ExportOrder &order)
{
    auto transfer = storage::completeExport(std::move(manifest), imagesFolder, order.folder);
    if (!transfer)
        storage::discardExport(order.folder);
    else if (order.progress)
        order.progress(QStringLiteral("images"), transfer->images);
    return transfer;
}

} // namespace

Task<Result<Transfer>> exportStore(std::shared_ptr<storage::SqlStore> store,
                                   sdk::BackendEnvironment environment,
                                   ExportOrder order)
{
    auto writing =
        store->withConnection<ExportManifest>([environment, order](storage::Connection &connection) {
            return beginExport(connection, environment, order);
        });
    CO_TRY(const auto manifest, co_await writing);
    auto ending = taskOf(QtConcurrent::run([manifest, images = environment.imagesFolder(), order] {
        return endExport(manifest, images, order);
    }));
    co_return co_await ending;
}

} // namespace simiao::sqlite
