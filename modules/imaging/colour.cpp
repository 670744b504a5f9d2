#include "imaging/colour.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

namespace {

std::uint8_t toByte(double value)
{
    return static_cast<std::uint8_t>(std::lround(std::clamp(value, 0.0, 255.0)));
}

/// `y`, `cb` and `cr` as fractions of full range, chroma around 0.
std::array<std::uint8_t, 3> rgb(double y, double cb, double cr)
{
    return {toByte(y + 1.402 * cr), toByte(y - 0.344136 * cb - 0.714136 * cr), toByte(y + 1.772 * cb)};
}

template <typename Convert>
void eachPixel(std::span<std::uint8_t> pixels, Convert convert)
{
    for (std::size_t i = 0; i + 2 < pixels.size(); i += 3)
        std::ranges::copy(convert(pixels[i], pixels[i + 1], pixels[i + 2]), &pixels[i]);
}

} // namespace

void ybrFullToRgb(std::span<std::uint8_t> pixels)
{
    eachPixel(pixels, [](int y, int cb, int cr) { return rgb(y, cb - 128, cr - 128); });
}

void ybrPartialToRgb(std::span<std::uint8_t> pixels)
{
    constexpr double kLuma = 255.0 / 219;
    constexpr double kChroma = 255.0 / 224;
    eachPixel(pixels, [](int y, int cb, int cr) {
        return rgb((y - 16) * kLuma, (cb - 128) * kChroma, (cr - 128) * kChroma);
    });
}

std::vector<std::uint8_t> upsampled422(std::span<const std::uint8_t> stored)
{
    std::vector<std::uint8_t> pixels;
    pixels.reserve(stored.size() / 4 * 6);
    for (std::size_t i = 0; i + 3 < stored.size(); i += 4) {
        const auto cb = stored[i + 2];
        const auto cr = stored[i + 3];
        pixels.insert(pixels.end(), {stored[i], cb, cr, stored[i + 1], cb, cr});
    }
    return pixels;
}

std::array<std::uint8_t, 3> Palette::at(double stored) const
{
    std::array<std::uint8_t, 3> rgb;
    std::ranges::transform(channels, rgb.begin(),
                           [stored](const LookupTable &channel) { return toByte(channel.at(stored)); });
    return rgb;
}

} // namespace simiao::imaging
