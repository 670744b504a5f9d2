#include "core/small_file.h"

#include <QFileInfo>

namespace simiao {

Result<QByteArray> readSmallFile(Disk &disk, const QString &path)
{
    const QFileInfo file(path);
    if (!file.exists() && !file.isSymLink())
        return Error{ErrorKind::NotFound, QStringLiteral("disk.open"), path};
    if (!file.isFile())
        return Error{ErrorKind::Invalid, QStringLiteral("disk.not-a-file"), path};
    if (file.size() > kMostOfSmallFile)
        return Error{ErrorKind::Invalid, QStringLiteral("disk.too-large"), path};
    auto bytes = disk.read(path);
    if (!bytes)
        return Error{bytes.error().kind, bytes.error().code,
                     path + QStringLiteral(": ") + bytes.error().detail};
    return bytes;
}

} // namespace simiao
