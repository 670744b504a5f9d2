#include "integration/dicom/sample_unpack.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <type_traits>

namespace simiao::dicom {

using imaging::SampleType;

namespace {

/// `T` is the unsigned or signed type of the samples; shifting up and down again masks and extends in one go.
template <typename T>
void cut(std::span<std::byte> pixels, int bitsStored, int shift)
{
    using Unsigned = std::make_unsigned_t<T>;
    constexpr int kBits = 8 * sizeof(T);
    const int up = kBits - bitsStored - shift;
    const int down = kBits - bitsStored;
    const std::span samples(reinterpret_cast<T *>(pixels.data()), pixels.size() / sizeof(T));
    for (T &sample : samples) {
        const auto raised = static_cast<T>(static_cast<Unsigned>(static_cast<Unsigned>(sample) << up));
        sample = static_cast<T>(raised >> down);
    }
}

std::byte toByte(double value)
{
    return static_cast<std::byte>(std::lround(std::clamp(value, 0.0, 255.0)));
}

} // namespace

void cutToStoredBits(std::vector<std::byte> &pixels, const PixelFormat &format)
{
    if (format.bitsStored == format.bitsAllocated)
        return;
    switch (format.geometry.sampleType()) {
    case SampleType::U8: return cut<std::uint8_t>(pixels, format.bitsStored, format.shift());
    case SampleType::I8: return cut<std::int8_t>(pixels, format.bitsStored, format.shift());
    case SampleType::U16: return cut<std::uint16_t>(pixels, format.bitsStored, format.shift());
    case SampleType::I16: return cut<std::int16_t>(pixels, format.bitsStored, format.shift());
    case SampleType::U32: return cut<std::uint32_t>(pixels, format.bitsStored, format.shift());
    case SampleType::I32: return cut<std::int32_t>(pixels, format.bitsStored, format.shift());
    case SampleType::F32:
    case SampleType::F64: return;
    }
}

std::vector<std::byte> interleaved(const std::vector<std::byte> &planes, const PixelFormat &format)
{
    const auto width = static_cast<std::size_t>(format.bitsAllocated / 8);
    const auto pixelCount = static_cast<std::size_t>(format.geometry.pixelCount());
    const auto planeCount = static_cast<std::size_t>(format.geometry.samplesPerPixel());

    std::vector<std::byte> pixels(planes.size());
    for (std::size_t pixel = 0; pixel < pixelCount; ++pixel) {
        for (std::size_t plane = 0; plane < planeCount; ++plane) {
            const auto *from = planes.data() + (plane * pixelCount + pixel) * width;
            std::copy_n(from, width, pixels.data() + (pixel * planeCount + plane) * width);
        }
    }
    return pixels;
}

void convertYbrFullToRgb(std::vector<std::byte> &pixels)
{
    for (std::size_t i = 0; i + 2 < pixels.size(); i += 3) {
        const double y = std::to_integer<int>(pixels[i]);
        const double cb = std::to_integer<int>(pixels[i + 1]) - 128;
        const double cr = std::to_integer<int>(pixels[i + 2]) - 128;
        pixels[i] = toByte(y + 1.402 * cr);
        pixels[i + 1] = toByte(y - 0.344136 * cb - 0.714136 * cr);
        pixels[i + 2] = toByte(y + 1.772 * cb);
    }
}

} // namespace simiao::dicom
