#include "integration/dicom/file_head.h"

#include <algorithm>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

namespace simiao::dicom {

#ifdef Q_OS_UNIX

FileHead::FileHead(FileOpener &files, const QString &path, std::span<char> room)
    : m_room(room)
    , m_file(files.open(path))
{
}

FileHead::~FileHead()
{
    if (m_file >= 0)
        ::close(m_file);
}

std::span<const char> FileHead::first(std::size_t size)
{
    if (m_file >= 0 && m_count < size) {
        const auto more = m_room.subspan(m_count, size - m_count);
        const auto count = ::pread(m_file, more.data(), more.size(), static_cast<off_t>(m_count));
        m_count += static_cast<std::size_t>(std::max<ssize_t>(count, 0));
    }
    return m_room.first(std::min(size, m_count));
}

bool readFilePart(FileOpener &files, const QString &path, qint64 offset, std::span<std::byte> room)
{
    const int file = files.open(path);
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

FileHead::FileHead(FileOpener &, const QString &path, std::span<char> room)
    : m_room(room)
    , m_file(path)
{
    static_cast<void>(m_file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)); // else nothing is read
}

FileHead::~FileHead() = default;

std::span<const char> FileHead::first(std::size_t size)
{
    if (m_file.isOpen() && m_count < size) {
        const auto more = m_room.subspan(m_count, size - m_count);
        const auto count = m_file.read(more.data(), static_cast<qint64>(more.size()));
        m_count += static_cast<std::size_t>(std::max<qint64>(count, 0));
    }
    return m_room.first(std::min(size, m_count));
}

bool readFilePart(FileOpener &, const QString &path, qint64 offset, std::span<std::byte> room)
{
    QFile file(path);
    const auto size = static_cast<qint64>(room.size());
    return file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) && file.seek(offset)
        && file.read(reinterpret_cast<char *>(room.data()), size) == size;
}

#endif

std::size_t readFileHead(const QString &path, std::span<char> room)
{
    FileOpener files;
    return FileHead(files, path, room).first(room.size()).size();
}

} // namespace simiao::dicom
