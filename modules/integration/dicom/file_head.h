#pragma once

#include "integration/dicom/file_opener.h"

#include <QFile>

#include <array>
#include <cstddef>
#include <span>

namespace simiao::dicom {

/// What is read of a file whose header is scanned: a page, in which nineteen of twenty headers say what a listing wants, and where that is
/// too little, more.
inline constexpr std::array<std::size_t, 3> kHeadSizes{4 * 1024, 8 * 1024, 64 * 1024};

/// The first bytes of a file, in steps: nothing is read twice, and no more than is wanted.
class FileHead
{
public:
    /// \param room  for all that will be asked for; outlives this
    FileHead(FileOpener &files, const QString &path, std::span<char> room);
    ~FileHead();
    Q_DISABLE_COPY_MOVE(FileHead)

    /// At most `size` bytes: fewer where the file ends, none where it cannot be read. By one system call where there is one.
    std::span<const char> first(std::size_t size);

private:
    std::span<char> m_room;
    std::size_t m_count = 0; ///< bytes that are there
#ifdef Q_OS_UNIX
    int m_file;
#else
    QFile m_file;
#endif
};

/// The first bytes of a file, by one system call where there is one. \returns how many; 0 where it cannot be read
std::size_t readFileHead(const QString &path, std::span<char> room);

/// Bytes of a file from `offset` on, without a buffer between. \returns whether they were enough for all of `room`
bool readFilePart(FileOpener &files, const QString &path, qint64 offset, std::span<std::byte> room);

} // namespace simiao::dicom
