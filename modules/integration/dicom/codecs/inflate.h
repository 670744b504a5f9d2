#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace simiao::dicom {

struct Inflated
{
    std::vector<std::byte> bytes = {}; ///< as far as the stream goes; none where it is too large
    bool isWhole = true;               ///< false where the stream ends early or is damaged
    bool isTooLarge = false;           ///< there would be more than the limit
};

/// RFC 1951 without a header (deflated data sets, deflated image frames), also with a zlib header, which some writers add.
Inflated inflate(std::span<const std::byte> deflated, std::size_t limit);

} // namespace simiao::dicom
