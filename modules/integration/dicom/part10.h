#pragma once

#include <cstddef>
#include <span>
#include <string_view>

namespace simiao::dicom {

/// A DICOM file begins with bytes of anybody's, then the mark (PS3.10 7.1).
inline constexpr std::size_t kPreambleSize = 128;
inline constexpr std::string_view kDicomMark = "DICM";
/// Where file meta information begins.
inline constexpr std::size_t kMetaStart = kPreambleSize + kDicomMark.size();

/// \param bytes  of a file, from its beginning
inline bool hasDicomMark(std::span<const char> bytes)
{
    return bytes.size() >= kMetaStart
        && std::string_view(bytes.data() + kPreambleSize, kDicomMark.size()) == kDicomMark;
}

} // namespace simiao::dicom
