#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <span>

namespace simiao::dicom {

/// What is read of a file whose header is scanned; where the first is too little, the second.
inline constexpr std::array<std::size_t, 2> kHeadSizes{8 * 1024, 64 * 1024};

/// The first bytes of a file, by one system call where there is one. \returns how many; 0 where it cannot be read
std::size_t readFileHead(const QString &path, std::span<char> room);

/// Bytes of a file from `offset` on, without a buffer between. \returns whether they were enough for all of `room`
bool readFilePart(const QString &path, qint64 offset, std::span<std::byte> room);

} // namespace simiao::dicom
