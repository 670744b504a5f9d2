#include "integration/dicom/native_frame.h"

#include "core/try.h"
#include "imaging/colour.h"
#include "integration/dicom/element_walker.h"
#include "integration/dicom/sample_unpack.h"
#include "integration/dicom/wide_numbers.h"

#include <QIODevice>

#include <algorithm>
#include <cstdint>
#include <span>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

/// A piece of the pixel data in bits, from its first.
struct BitRange
{
    std::int64_t first = 0;
    std::int64_t count = 0;
};

/// Frames of bits follow each other without padding (PS3.5 8.1.1); all others are whole bytes.
BitRange rangeOfFrame(const PixelFormat &format, int frameIndex)
{
    const std::int64_t count =
        format.bitsAllocated == 1 ? format.geometry.sampleCount() : format.nativeBytes() * 8;
    return {.first = count * frameIndex, .count = count};
}

/// The unit that big endian turns round: the sample, or for small samples the word of OW.
std::size_t swapUnit(const PixelPlace &place, const PixelFormat &format)
{
    if (format.bitsAllocated > 8)
        return static_cast<std::size_t>(format.bitsAllocated / 8);
    return place.vr == "OW" ? 2 : 1;
}

std::vector<std::byte> readAt(QIODevice &device, qint64 offset, qint64 length)
{
    std::vector<std::byte> bytes(static_cast<std::size_t>(std::max<qint64>(length, 0)));
    device.seek(offset);
    const auto got = device.read(reinterpret_cast<char *>(bytes.data()), static_cast<qint64>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(std::max<qint64>(got, 0)));
    return bytes;
}

/// The bytes that hold `range`, in little endian; the first bit is in the first byte. Fewer where the file ends.
std::vector<std::byte> bytesOf(QIODevice &device, const PixelPlace &place, std::size_t unit, BitRange range)
{
    const auto step = static_cast<qint64>(unit);
    const qint64 begin = range.first / 8 / step * step;
    const qint64 end = ((range.first + range.count + 7) / 8 + step - 1) / step * step;
    const qint64 there = std::min(place.length, device.size() - place.offset);
    auto bytes = readAt(device, place.offset + begin, std::min(end, there) - begin);
    swapBytes(bytes, unit);
    const auto lead = std::min(bytes.size(), static_cast<std::size_t>(range.first / 8 - begin));
    bytes.erase(bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(lead));
    return bytes;
}

/// Not one row is no picture, nor a sixteenth of one that is larger than the largest mammogram.
Result<void> checkSomething(std::size_t there, const PixelFormat &format, std::int64_t needed)
{
    constexpr std::int64_t kLarge = std::int64_t{32} << 20;
    const auto oneRow = std::max<std::int64_t>(1, needed / format.geometry.rows());
    const auto least = format.geometry.sampleCount() > kLarge ? std::max(oneRow, needed / 16) : oneRow;
    if (static_cast<std::int64_t>(there) >= least)
        return ok();
    return Error{.kind = ErrorKind::Corrupt,
                 .code = u"imaging.pixels-missing"_s,
                 .detail = u"%1 of %2 bytes"_s.arg(there).arg(needed)};
}

std::vector<std::byte> withFullChroma(const std::vector<std::byte> &bytes, const PixelFormat &format)
{
    const std::span stored(reinterpret_cast<const std::uint8_t *>(bytes.data()), bytes.size());
    const auto samples = imaging::upsampled422(stored);
    const auto *first = reinterpret_cast<const std::byte *>(samples.data());
    std::vector<std::byte> pixels(first, first + samples.size());
    pixels.resize(static_cast<std::size_t>(format.geometry.byteSize()));
    return pixels;
}

/// Each number in the bytes of its sample type.
std::vector<std::byte> widened(const std::vector<std::byte> &bytes,
                               const PixelFormat &format,
                               std::vector<imaging::Defect> &defects)
{
    const auto narrow = static_cast<std::size_t>(format.bitsAllocated / 8);
    const auto wide = format.sampleBytes();
    std::vector<std::byte> samples(static_cast<std::size_t>(format.geometry.byteSize()));
    bool isRounded = false;
    for (std::size_t i = 0; i * wide < samples.size(); ++i) {
        const auto stored = std::span(bytes).subspan(i * narrow, narrow);
        const auto room = std::span(samples).subspan(i * wide, wide);
        if (wide == sizeof(double))
            isRounded |= !putNumber(wholeNumber(stored, format), room);
        else
            std::ranges::copy(stored, room.begin()); // its sign comes with its stored bits
    }
    if (isRounded)
        defects.push_back({u"imaging.numbers-rounded"_s, u"%1 bits"_s.arg(format.bitsStored)});
    return samples;
}

} // namespace

FrameCost nativeCost(const PixelFormat &format)
{
    const bool isRearranged =
        format.bitsAllocated == 1 || format.isSubsampled() || format.isPlanar || format.isWidened;
    return costOf(format, isRearranged ? format.nativeBytes() : 0);
}

Result<RawFrame> fromNativeBytes(std::vector<std::byte> bytes, const PixelFormat &format)
{
    const auto needed = static_cast<std::size_t>(format.nativeBytes());
    TRY_VOID(checkSomething(bytes.size(), format, format.nativeBytes()));
    RawFrame raw;
    if (bytes.size() < needed)
        raw.defects.push_back(
            {u"imaging.pixels-missing"_s, u"%1 of %2 bytes"_s.arg(bytes.size()).arg(needed)});
    bytes.resize(needed);
    if (format.isWidened)
        bytes = widened(bytes, format, raw.defects);
    if (format.bitsAllocated == 1)
        raw.pixels = unpackedBits(bytes, 0, static_cast<std::size_t>(format.geometry.sampleCount()));
    else if (format.isSubsampled())
        raw.pixels = withFullChroma(bytes, format);
    else
        raw.pixels = format.isPlanar ? interleaved(bytes, format) : std::move(bytes);
    return raw;
}

Result<RawFrame> readNativeFrame(QIODevice &device,
                                 const PixelPlace &place,
                                 const PixelFormat &format,
                                 bool isBigEndian,
                                 int frameIndex)
{
    if (format.isSubsampled() && (format.bitsAllocated != 8 || format.geometry.samplesPerPixel() != 3))
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"imaging.photometric-unsupported"_s,
                     .detail = format.photometric};
    const auto range = rangeOfFrame(format, frameIndex);
    auto bytes = bytesOf(device, place, isBigEndian ? swapUnit(place, format) : 1, range);
    if (range.first % 8 != 0) {
        // Bits of the frame before stand in front: bring the first of ours to the front of a byte.
        const auto bits = unpackedBits(
            bytes, static_cast<std::size_t>(range.first % 8),
            std::min(bytes.size() * 8 - std::size_t(range.first % 8), static_cast<std::size_t>(range.count)));
        bytes = packedBits(bits);
    }
    bytes.resize(std::min(bytes.size(), static_cast<std::size_t>(format.nativeBytes())));
    return fromNativeBytes(std::move(bytes), format);
}

} // namespace simiao::dicom
