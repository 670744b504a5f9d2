#include "storage/maintenance/profile_images.h"

#include "core/try.h"
#include "storage/maintenance/line_file.h"
#include "storage/sql/connection.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>
#include <QSet>

#include <algorithm>

namespace simiao::storage {

namespace {

const auto kImages = QStringLiteral("images/");
constexpr qint64 kPieceBytes = 1024 * 1024;

/// Copies one file to `name` below `folder`.
Result<ExportedFile> copyFile(const QString &from, const QString &folder, const QString &name)
{
    QFile source(from);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.open"), from};
    if (!QDir().mkpath(QFileInfo(QDir(folder).filePath(name)).path()))
        return Error{ErrorKind::Unavailable, QStringLiteral("disk.create"), folder};
    TRY(auto copy, HashedFile::create(folder, name));
    while (!source.atEnd()) {
        const QByteArray piece = source.read(kPieceBytes);
        if (piece.isEmpty())
            return Error{ErrorKind::Unavailable, QStringLiteral("disk.read"), from};
        TRY_VOID(copy.write(piece));
    }
    return copy.finish();
}

QStringList filesBelow(const QString &folder)
{
    QStringList paths;
    QDirIterator files(folder, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories | QDirIterator::FollowSymlinks);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    return paths;
}

/// New names last only when their folders are on the device too.
Result<void> syncFolders(const QString &root, const std::vector<ExportedFile> &files)
{
    QSet<QString> folders{QDir(root).absolutePath()};
    for (const auto &file : files) {
        for (QString path = file.path; path.contains(u'/');) {
            path = path.section(u'/', 0, -2);
            folders.insert(QDir(root).filePath(path));
        }
    }
    for (const auto &folder : std::as_const(folders)) {
        TRY_VOID(systemDisk()->syncDirectory(folder));
    }
    return ok();
}

} // namespace

Result<QStringList> imagePlaces(Connection &connection)
{
    TRY(const auto rows, connection.run(QStringLiteral("store/image_places"), {}));
    QStringList places;
    TRY(auto isThere, rows->next());
    while (isThere) {
        places.append(QString::fromUtf8(rows->bytes(0)));
        TRY(isThere, rows->next());
    }
    return places;
}

bool isBelowAny(const QString &place, const QStringList &folders)
{
    return std::ranges::any_of(folders, [&place](const QString &folder) {
        return place == folder || place.startsWith(folder + u'/');
    });
}

Result<std::vector<ExportedFile>> exportImages(const QString &from, const QString &folder)
{
    std::vector<ExportedFile> files;
    for (const auto &path : filesBelow(from)) {
        TRY(auto file, copyFile(path, folder, kImages + QDir(from).relativeFilePath(path)));
        files.push_back(std::move(file));
    }
    TRY_VOID(syncFolders(folder, files));
    return files;
}

Result<qint64> importImages(const QString &folder, const ExportManifest &manifest, const QString &to)
{
    std::vector<ExportedFile> images;
    for (const auto &file : manifest.files) {
        if (!file.path.startsWith(kImages))
            continue;
        const QString name = file.path.mid(kImages.size());
        TRY(auto copied, copyFile(QDir(folder).filePath(file.path), to, name));
        if (copied.sha256 != file.sha256)
            return Error{ErrorKind::Corrupt, QStringLiteral("export.changed"), file.path};
        images.push_back(std::move(copied));
    }
    if (!images.empty()) {
        TRY_VOID(syncFolders(to, images));
    }
    return qint64(images.size());
}

} // namespace simiao::storage
