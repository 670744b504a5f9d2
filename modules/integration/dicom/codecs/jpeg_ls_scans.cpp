#include "integration/dicom/codecs/jpeg_ls_scans.h"

#include <algorithm>
#include <optional>

namespace simiao::dicom {

namespace {

using Bytes = std::vector<std::byte>;

constexpr int kStartOfImage = 0xD8;
constexpr int kEndOfImage = 0xD9;
constexpr int kStartOfScan = 0xDA;
constexpr int kRestartInterval = 0xDD;
constexpr int kFrameHeader = 0xF7;
constexpr std::size_t kComponentsAt = 9; ///< in the frame header's segment, from its marker on
constexpr std::byte kGuard{0x01};

int byteAt(std::span<const std::byte> bytes, std::size_t i)
{
    return i < bytes.size() ? std::to_integer<int>(bytes[i]) : 0;
}

/// A marker segment from its marker on.
std::optional<std::span<const std::byte>> segmentAt(std::span<const std::byte> bytes, std::size_t at)
{
    if (byteAt(bytes, at) != 0xFF)
        return std::nullopt;
    const auto length = static_cast<std::size_t>(byteAt(bytes, at + 2) << 8 | byteAt(bytes, at + 3));
    if (length < 2 || at + 2 + length > bytes.size())
        return std::nullopt;
    return bytes.subspan(at, 2 + length);
}

/// Up to the next marker: in scan data the byte behind FF is below 80.
std::size_t endOfScan(std::span<const std::byte> bytes, std::size_t at)
{
    while (at + 1 < bytes.size() && !(byteAt(bytes, at) == 0xFF && byteAt(bytes, at + 1) >= 0x80))
        ++at;
    return at + 1 < bytes.size() ? at : bytes.size();
}

void append(Bytes &bytes, std::span<const std::byte> more)
{
    bytes.insert(bytes.end(), more.begin(), more.end());
}

/// The frame header of a picture with the components of `scan` alone.
Bytes frameOf(std::span<const std::byte> frame, std::span<const std::byte> scan)
{
    const auto count = static_cast<std::size_t>(byteAt(scan, 4));
    if (frame.size() < kComponentsAt + 1 || count == static_cast<std::size_t>(byteAt(frame, kComponentsAt)))
        return {frame.begin(), frame.end()};
    Bytes own(frame.begin(), frame.begin() + kComponentsAt + 1);
    for (std::size_t i = 0; i < count; ++i)
        append(own,
               std::vector<std::byte>{scan[std::min(5 + 2 * i, scan.size() - 1)], std::byte{0x11},
                                      std::byte{0}});
    own[2] = std::byte{0};
    own[3] = static_cast<std::byte>(own.size() - 2);
    own[kComponentsAt] = static_cast<std::byte>(count);
    return own;
}

JpegLsScan scanOf(const Bytes &tables,
                  std::span<const std::byte> frame,
                  std::span<const std::byte> header,
                  std::span<const std::byte> data)
{
    JpegLsScan scan{.stream = {std::byte{0xFF}, std::byte{kStartOfImage}}, .components = byteAt(header, 4)};
    append(scan.stream, frameOf(frame, header));
    append(scan.stream, tables);
    append(scan.stream, header);
    append(scan.stream, data);
    append(scan.stream, std::vector{kGuard, std::byte{0xFF}, std::byte{kEndOfImage}});
    return scan;
}

} // namespace

std::vector<JpegLsScan> splitScans(std::span<const std::byte> picture)
{
    std::vector<JpegLsScan> scans;
    std::span<const std::byte> frame;
    Bytes tables;
    std::size_t at = 2;
    while (const auto segment = segmentAt(picture, at)) {
        const int marker = byteAt(*segment, 1);
        at += segment->size();
        if (marker == kRestartInterval)
            return {};
        if (marker == kFrameHeader)
            frame = *segment;
        else if (marker != kStartOfScan)
            append(tables, *segment);
        if (marker != kStartOfScan || frame.empty())
            continue;
        const auto end = endOfScan(picture, at);
        scans.push_back(scanOf(tables, frame, *segment, picture.subspan(at, end - at)));
        at = end;
        if (byteAt(picture, at + 1) == kEndOfImage || scans.size() > 4)
            break;
    }
    return scans;
}

} // namespace simiao::dicom
