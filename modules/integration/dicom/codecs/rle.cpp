#include "integration/dicom/codecs/rle.h"

#include "core/try.h"
#include "integration/dicom/codecs/frame_budget.h"
#include "integration/dicom/sample_unpack.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <cstring>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kHeaderSize = 64;
constexpr std::size_t kMostSegments = 15;
constexpr std::size_t kLargestScratch = 32U << 20;

using Segments = std::vector<std::span<const std::byte>>;

quint32 word(std::span<const std::byte> bytes, std::size_t index)
{
    return qFromLittleEndian<quint32>(bytes.data() + 4 * index);
}

/// The segments as the header bounds them; empty when it makes no sense.
Segments segmentsOf(std::span<const std::byte> bytes)
{
    if (bytes.size() < kHeaderSize)
        return {};
    const std::size_t count = word(bytes, 0);
    if (count == 0 || count > kMostSegments)
        return {};

    Segments segments;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t begin = word(bytes, i + 1);
        const std::size_t end = i + 1 < count ? word(bytes, i + 2) : bytes.size();
        if (begin < kHeaderSize || begin > end)
            return {};
        const auto from = std::min(begin, bytes.size());
        segments.push_back(bytes.subspan(from, std::min(end, bytes.size()) - from));
    }
    return segments;
}

std::size_t segmentCount(const PixelFormat &format)
{
    const auto components = static_cast<std::size_t>(format.geometry.samplesPerPixel());
    return format.bitsAllocated == 1 ? components : components * format.sampleBytes();
}

/// Room for planes that lives as long as the thread: fresh pages for each frame cost as much as unpacking it.
std::span<std::byte> scratch(std::size_t size)
{
    thread_local std::vector<std::byte> room;
    if (room.size() < size || room.size() > kLargestScratch)
        room = std::vector<std::byte>(size);
    return std::span(room).first(size);
}

/// Byte `index` of every `stride` bytes. `plane` is as long as there are pixels.
void scatter(std::span<const std::byte> plane,
             std::span<std::byte> pixels,
             std::size_t index,
             std::size_t stride)
{
    for (std::size_t i = 0; i < plane.size(); ++i)
        pixels[i * stride + index] = plane[i];
}

/// The commonest of all, 16-bit grey, in one pass that the compiler makes wide.
void zip(std::span<const std::byte> high, std::span<const std::byte> low, std::span<std::byte> pixels)
{
    for (std::size_t i = 0; i < low.size(); ++i) {
        pixels[2 * i] = low[i];
        pixels[2 * i + 1] = high[i];
    }
}

/// How far an unpacking has come.
struct Progress
{
    std::size_t in = 0;
    std::size_t filled = 0;
};

constexpr std::size_t kBlock = 16;
/// The longest literal or run.
constexpr std::size_t kLongest = 128;

/// As long as nothing can run over an end: whole blocks, of which the next literal or run overwrites what is too much.
/// Lengths that vary cost more in a library call than the bytes themselves.
Progress unpackQuickly(std::span<const std::byte> coded, std::span<std::byte> out)
{
    Progress at;
    if (coded.size() < kLongest + kBlock || out.size() < kLongest + kBlock)
        return at;
    const std::size_t lastIn = coded.size() - kLongest - kBlock;
    const std::size_t lastOut = out.size() - kLongest - kBlock;
    while (at.in < lastIn && at.filled < lastOut) {
        const auto count = std::to_integer<unsigned>(coded[at.in++]);
        auto *to = out.data() + at.filled;
        if (count < 128) {
            const auto *from = coded.data() + at.in;
            for (std::size_t i = 0; i <= count; i += kBlock)
                std::memcpy(to + i, from + i, kBlock);
            at.in += count + 1;
            at.filled += count + 1;
        } else if (count > 128) {
            const std::size_t length = 257 - count;
            const auto value = std::to_integer<int>(coded[at.in++]);
            for (std::size_t i = 0; i < length; i += kBlock)
                std::memset(to + i, value, kBlock);
            at.filled += length;
        }
    }
    return at;
}

struct Unpacked
{
    std::vector<std::byte> pixels;
    std::size_t filled = 0; ///< bytes that were there
};

/// Zeros where the segment ends early. \returns how much of it was there
std::size_t unpackPlane(std::span<const std::byte> segment, std::span<std::byte> plane)
{
    const auto count = unpackBits(segment, plane);
    std::ranges::fill(plane.subspan(count), std::byte{0});
    return count;
}

/// Where the bytes of segment `i` stand in a pixel: the highest of a sample comes first.
std::size_t placeOf(std::size_t i, std::size_t sampleBytes)
{
    return i / sampleBytes * sampleBytes + sampleBytes - 1 - i % sampleBytes;
}

Unpacked allPlanes(const Segments &segments, std::size_t planeSize, std::size_t sampleBytes)
{
    const std::size_t stride = segments.size();
    const auto planes = scratch(planeSize * stride);
    const auto plane = [&](std::size_t i) { return planes.subspan(i * planeSize, planeSize); };
    Unpacked result;
    for (std::size_t i = 0; i < stride; ++i)
        result.filled += unpackPlane(segments[i], plane(i));
    result.pixels.resize(planeSize * stride);
    if (stride == 2 && sampleBytes == 2)
        zip(plane(0), plane(1), result.pixels);
    else
        for (std::size_t i = 0; i < stride; ++i)
            scatter(plane(i), result.pixels, placeOf(i, sampleBytes), stride);
    return result;
}

/// In less memory, for large pictures.
Unpacked planeByPlane(const Segments &segments, std::size_t planeSize, std::size_t sampleBytes)
{
    const std::size_t stride = segments.size();
    std::vector<std::byte> plane(planeSize);
    Unpacked result{.pixels = std::vector<std::byte>(planeSize * stride)};
    for (std::size_t i = 0; i < stride; ++i) {
        result.filled += unpackPlane(segments[i], plane);
        scatter(plane, result.pixels, placeOf(i, sampleBytes), stride);
    }
    return result;
}

imaging::Defect cutShort(std::size_t filled, std::size_t wanted)
{
    return {u"imaging.pixels-missing"_s, u"%1 of %2 bytes"_s.arg(filled).arg(wanted)};
}

} // namespace

std::size_t unpackBits(std::span<const std::byte> coded, std::span<std::byte> out)
{
    Progress at = unpackQuickly(coded, out);
    while (at.in < coded.size() && at.filled < out.size()) {
        const auto count = std::to_integer<int>(coded[at.in++]);
        if (count < 128) {
            const auto length =
                std::min({static_cast<std::size_t>(count) + 1, coded.size() - at.in, out.size() - at.filled});
            std::memcpy(out.data() + at.filled, coded.data() + at.in, length);
            at.in += length;
            at.filled += length;
        } else if (count > 128 && at.in < coded.size()) {
            const auto length = std::min(static_cast<std::size_t>(257 - count), out.size() - at.filled);
            std::memset(out.data() + at.filled, std::to_integer<int>(coded[at.in++]), length);
            at.filled += length;
        }
    }
    return at.filled;
}

Result<RawFrame> decodeRle(const CodedFrame &frame)
{
    const auto &format = frame.format;
    const auto segments = segmentsOf(frame.bytes);
    if (segments.size() != segmentCount(format))
        return pixelsDamaged(
            u"%1 RLE segments, %2 expected"_s.arg(segments.size()).arg(segmentCount(format)));

    const auto planeSize = static_cast<std::size_t>(
        format.bitsAllocated == 1 ? (format.geometry.pixelCount() + 7) / 8 : format.geometry.pixelCount());
    const std::size_t bytes = format.bitsAllocated == 1 ? 1 : format.sampleBytes();
    const std::size_t stride = segments.size();
    const bool isLarge = planeSize * stride > kLargestScratch;
    const auto scratchSize = isLarge ? planeSize : planeSize * stride;
    const auto packed = format.bitsAllocated == 1 ? planeSize * stride : 0;
    TRY_VOID(checkBudget(frame, static_cast<std::int64_t>(scratchSize + packed)));

    auto [pixels, filled] =
        isLarge ? planeByPlane(segments, planeSize, bytes) : allPlanes(segments, planeSize, bytes);
    RawFrame raw{.pixels = std::move(pixels)};
    if (format.bitsAllocated == 1)
        raw.pixels = unpackedBits(raw.pixels, 0, static_cast<std::size_t>(format.geometry.sampleCount()));
    if (filled < planeSize * stride)
        raw.defects.push_back(cutShort(filled, planeSize * stride));
    return raw;
}

} // namespace simiao::dicom
