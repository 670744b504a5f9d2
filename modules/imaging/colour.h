#pragma once

#include "imaging/modality.h"

#include <array>
#include <cstdint>
#include <span>
#include <vector>

namespace simiao::imaging {

/// YBR_FULL to RGB in place: 8-bit samples, three a pixel (PS3.3 C.7.6.3.1.2, ITU-R BT.601 at full range).
void ybrFullToRgb(std::span<std::uint8_t> pixels);

/// YBR_PARTIAL to RGB in place: luma 16 … 235, chroma 16 … 240 (PS3.3 C.7.6.3.1.2).
void ybrPartialToRgb(std::span<std::uint8_t> pixels);

/// Native 4:2:2, stored Y1 Y2 Cb Cr for two pixels side by side, to three samples a pixel: the second pixel gets the
/// chroma of the first. Takes what is there; a last odd half pair is left out.
std::vector<std::uint8_t> upsampled422(std::span<const std::uint8_t> stored);

/// A colour a stored value stands for (PALETTE COLOR), entries 0 … 255.
struct Palette
{
    std::array<LookupTable, 3> channels; ///< red, green, blue

    bool operator==(const Palette &) const = default;
    /// Values outside get the first and last entry.
    std::array<std::uint8_t, 3> at(double stored) const;
};

/// RGB, 8 bits, interleaved.
template <typename T>
std::vector<std::uint8_t> painted(std::span<const T> stored, const Palette &palette)
{
    std::vector<std::uint8_t> pixels;
    pixels.reserve(stored.size() * 3);
    for (const T value : stored) {
        const auto rgb = palette.at(static_cast<double>(value));
        pixels.insert(pixels.end(), rgb.begin(), rgb.end());
    }
    return pixels;
}

} // namespace simiao::imaging
