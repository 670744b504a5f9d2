#include "integration/dicom/file_head.h"

#include <QFile>

#include <algorithm>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

namespace simiao::dicom {

#ifdef Q_OS_UNIX

std::size_t readFileHead(const QString &path, std::span<char> room)
{
    // O_NONBLOCK: a pipe with the name of an image must not hold up a listing.
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return 0;
    const auto count = ::pread(file, room.data(), room.size(), 0);
    ::close(file);
    return count > 0 ? static_cast<std::size_t>(count) : 0;
}

bool readFilePart(const QString &path, qint64 offset, std::span<std::byte> room)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (file < 0)
        return false;
    ssize_t count = 1;
    while (!room.empty() && count > 0) {
        count = ::pread(file, room.data(), room.size(), offset);
        if (count > 0) {
            room = room.subspan(static_cast<std::size_t>(count));
            offset += count;
        }
    }
    ::close(file);
    return room.empty();
}

#else

std::size_t readFileHead(const QString &path, std::span<char> room)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return 0;
    return static_cast<std::size_t>(
        std::max<qint64>(file.read(room.data(), static_cast<qint64>(room.size())), 0));
}

bool readFilePart(const QString &path, qint64 offset, std::span<std::byte> room)
{
    QFile file(path);
    const auto size = static_cast<qint64>(room.size());
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && file.seek(offset)
        && file.read(reinterpret_cast<char *>(room.data()), size) == size;
}

#endif

} // namespace simiao::dicom
