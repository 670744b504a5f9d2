#include "integration/dicom/sample_unpack.h"

#include <algorithm>
#include <cstdint>
#include <limits>
#include <span>
#include <type_traits>

namespace simiao::dicom {

using imaging::SampleType;

namespace {

/// `T` is the unsigned or signed type of the samples. By masks that are as wide as it is: a compiler makes wide registers of those, and
/// widens what is shifted by a number that it does not know.
template <typename T>
class StoredBits
{
public:
    StoredBits(int bitsStored, int shift)
        : m_mask(static_cast<Unsigned>(std::numeric_limits<Unsigned>::max() >> (kBits - bitsStored)))
        , m_sign(std::is_signed_v<T> ? static_cast<Unsigned>(Unsigned{1} << (bitsStored - 1)) : Unsigned{0})
        , m_shift(shift)
    {
    }

    /// Nothing stands in the other bits. To look is cheaper than to write, and most devices leave them clean.
    bool areAll(std::span<const T> samples) const
    {
        if (m_shift != 0)
            return false;
        Unsigned others =
            0; // a number within its bits is none below zero and none beyond the mask once the sign is added
        for (const T sample : samples)
            others = static_cast<Unsigned>(others | static_cast<Unsigned>(Unsigned(sample) + m_sign));
        return (others & static_cast<Unsigned>(~m_mask)) == 0;
    }

    void cut(std::span<T> samples) const
    {
        for (T &sample : samples)
            sample = extended(static_cast<Unsigned>(Unsigned(sample) >> m_shift));
    }

private:
    using Unsigned = std::make_unsigned_t<T>;
    static constexpr int kBits = 8 * sizeof(T);

    T extended(Unsigned lowered) const
    {
        return static_cast<T>(static_cast<Unsigned>(((lowered & m_mask) ^ m_sign) - m_sign));
    }

    Unsigned m_mask;
    Unsigned m_sign; ///< the bit of it; 0 without one
    int m_shift;
};

template <typename T>
void cut(std::span<std::byte> pixels, int bitsStored, int shift)
{
    const StoredBits<T> stored(bitsStored, shift);
    const std::span samples(reinterpret_cast<T *>(pixels.data()), pixels.size() / sizeof(T));
    if (!stored.areAll(samples))
        stored.cut(samples);
}

} // namespace

void cutToStoredBits(std::span<std::byte> pixels, const PixelFormat &format)
{
    const bool isAll = format.bitsStored == format.bitsAllocated && !format.isWidened;
    if (isAll || format.bitsAllocated == 1)
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

std::vector<std::byte> unpackedBits(std::span<const std::byte> packed, std::size_t first, std::size_t count)
{
    std::vector<std::byte> bits(count);
    const std::size_t there = std::min(count, packed.size() * 8 - std::min(first, packed.size() * 8));
    for (std::size_t i = 0; i < there; ++i) {
        const std::size_t at = first + i;
        bits[i] = packed[at / 8] >> static_cast<int>(at % 8) & std::byte{1};
    }
    return bits;
}

std::vector<std::byte> packedBits(std::span<const std::byte> bits)
{
    std::vector<std::byte> packed((bits.size() + 7) / 8);
    for (std::size_t i = 0; i < bits.size(); ++i)
        packed[i / 8] |= (bits[i] & std::byte{1}) << static_cast<int>(i % 8);
    return packed;
}

std::vector<std::byte> widened(std::span<const std::byte> samples,
                               std::size_t fromBytes,
                               std::size_t toBytes,
                               bool isSigned)
{
    if (fromBytes == toBytes)
        return {samples.begin(), samples.end()};
    const std::size_t count = samples.size() / fromBytes;
    std::vector<std::byte> wide(count * toBytes);
    for (std::size_t i = 0; i < count; ++i) {
        const auto *from = samples.data() + i * fromBytes;
        auto *to = wide.data() + i * toBytes;
        const bool isNegative = isSigned && (from[fromBytes - 1] & std::byte{0x80}) != std::byte{0};
        std::fill_n(std::copy_n(from, fromBytes, to), toBytes - fromBytes,
                    isNegative ? std::byte{0xFF} : std::byte{0});
    }
    return wide;
}

void swapBytes(std::span<std::byte> bytes, std::size_t size)
{
    if (size < 2)
        return;
    for (std::size_t i = 0; i + size <= bytes.size(); i += size)
        std::ranges::reverse(bytes.subspan(i, size));
}

} // namespace simiao::dicom
