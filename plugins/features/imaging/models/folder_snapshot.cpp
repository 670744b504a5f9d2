#include "imaging/models/folder_snapshot.h"

#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QHashFunctions>

namespace simiao::viewer {

Result<FolderSnapshot> snapshotOf(const QString &folder)
{
    const QFileInfo place(folder);
    if (!place.isDir() || !place.isReadable())
        return Error{ErrorKind::NotFound, QStringLiteral("imaging.watch-missing"), folder};
    FolderSnapshot snapshot;
    QDirIterator entries(folder, QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const auto file = entries.nextFileInfo();
        if (snapshot.files == kMostWatched) {
            snapshot.isCutShort = true;
            break;
        }
        ++snapshot.files;
        // A sum: folders give their files in any order.
        snapshot.mark += qHashMulti(0, file.filePath(), file.size(), file.lastModified().toMSecsSinceEpoch());
    }
    return snapshot;
}

} // namespace simiao::viewer
