#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace simiao::dicom {

/// What a JPEG codestream says about itself before its first scan (ISO 10918-1 annex B).
struct JpegHeader
{
    struct Component
    {
        std::uint8_t id = 0;
        std::uint8_t sampling = 0x11; ///< horizontal and vertical factor, 4 bits each
    };

    int process = 0; ///< the n of SOFn: 0 baseline, 1 extended, 2 progressive, 3 lossless …
    int precision = 8;
    int columns = 0;
    int rows = 0;
    std::vector<Component> components;
    bool isJfif = false;
    std::optional<int> adobeTransform; ///< APP14: 0 none, 1 YCbCr
    int scans = 0;                     ///< in the whole stream
    /// Of them, those of a sequential picture that name a part of its coefficients (B.2.3): such pictures are written with 0 for 63.
    int oddScans = 0;

    bool isLossless() const { return process == 3; }
    /// Chroma has fewer samples than luma.
    bool isSubsampled() const;
    /// The component ids are the letters R, G and B.
    bool isNamedRgb() const;
};

/// Nothing where there is no frame header.
std::optional<JpegHeader> readJpegHeader(std::span<const std::byte> bytes);

} // namespace simiao::dicom
