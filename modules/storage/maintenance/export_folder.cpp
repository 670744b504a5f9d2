#include "storage/maintenance/export_folder.h"

#include "core/log.h"
#include "core/try.h"
#include "storage/maintenance/profile_images.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace simiao::storage {

namespace {

bool isEmptyFolder(const QString &folder)
{
    constexpr auto everything = QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot;
    return QFileInfo(folder).isDir() && QDir(folder).isEmpty(everything);
}

} // namespace

Result<void> makeExportFolder(const QString &folder)
{
    if (QFileInfo::exists(folder) && !isEmptyFolder(folder))
        return Error{ErrorKind::Conflict, QStringLiteral("export.exists"), folder};
    constexpr auto ownerAlone = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir().mkpath(folder) && QFile::setPermissions(folder, ownerAlone))
        return ok();
    return Error{ErrorKind::Unavailable, QStringLiteral("disk.create"), folder};
}

Result<workflow::Transfer> completeExport(ExportManifest rows,
                                          const QString &imagesFolder,
                                          const QString &folder)
{
    TRY(const auto images, exportImages(imagesFolder, folder));
    rows.files.insert(rows.files.end(), images.begin(), images.end());
    std::ranges::sort(rows.files, {}, &ExportedFile::path);
    TRY_VOID(writeManifest(folder, rows));
    return workflow::Transfer{rows.tables, rows.audit.count, qint64(images.size()), rows.imagesElsewhere};
}

Result<workflow::Transfer> completeRows(const Result<ExportManifest> &rows, const QString &folder)
{
    const auto written = rows ? writeManifest(folder, *rows) : Result<void>(rows.error());
    if (written)
        return workflow::Transfer{rows->tables, rows->audit.count, 0, rows->imagesElsewhere};
    discardExport(folder);
    return written.error();
}

void discardExport(const QString &folder)
{
    if (!QDir(folder).removeRecursively())
        log::warning(QStringLiteral("export.leftover ") + folder);
}

} // namespace simiao::storage
