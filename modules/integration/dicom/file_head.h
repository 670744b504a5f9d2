#pragma once

#include <QString>

#include <cstddef>
#include <span>

namespace simiao::dicom {

/// The first bytes of a file, by one system call where there is one. \returns how many; 0 where it cannot be read
std::size_t readFileHead(const QString &path, std::span<char> room);

} // namespace simiao::dicom
