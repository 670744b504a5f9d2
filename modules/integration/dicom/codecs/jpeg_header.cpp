#include "integration/dicom/codecs/jpeg_header.h"

#include <algorithm>
#include <string_view>

namespace simiao::dicom {

namespace {

constexpr int kStartOfScan = 0xDA;
constexpr int kEndOfImage = 0xD9;

int byteAt(std::span<const std::byte> bytes, std::size_t i)
{
    return i < bytes.size() ? std::to_integer<int>(bytes[i]) : 0;
}

int wordAt(std::span<const std::byte> bytes, std::size_t i)
{
    return byteAt(bytes, i) << 8 | byteAt(bytes, i + 1);
}

bool startsWith(std::span<const std::byte> bytes, std::string_view mark)
{
    return bytes.size() >= mark.size()
        && std::equal(mark.begin(), mark.end(), bytes.begin(),
                      [](char c, std::byte b) { return static_cast<std::byte>(c) == b; });
}

/// SOF0 … SOF15 without the tables DHT, JPG and DAC that stand between them.
bool isFrameHeader(int marker)
{
    return marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
}

/// Markers without a length: TEM, RSTn, SOI.
bool standsAlone(int marker)
{
    return marker == 0x01 || (marker >= 0xD0 && marker <= 0xD8);
}

void readFrame(JpegHeader &header, std::span<const std::byte> segment, int marker)
{
    header.process = marker - 0xC0;
    header.precision = byteAt(segment, 0);
    header.rows = wordAt(segment, 1);
    header.columns = wordAt(segment, 3);
    header.components.clear();
    for (int i = 0; i < byteAt(segment, 5); ++i) {
        const auto at = 6 + 3 * static_cast<std::size_t>(i);
        header.components.push_back({.id = static_cast<std::uint8_t>(byteAt(segment, at)),
                                     .sampling = static_cast<std::uint8_t>(byteAt(segment, at + 1))});
    }
}

/// Sequential pictures have all coefficients in each scan.
bool isOddScan(const JpegHeader &header, std::span<const std::byte> segment)
{
    constexpr int kLastCoefficient = 63;
    const auto at = 1 + 2 * static_cast<std::size_t>(byteAt(segment, 0));
    const bool isSequential = header.process == 0 || header.process == 1;
    return isSequential
        && (byteAt(segment, at) != 0 || byteAt(segment, at + 1) != kLastCoefficient
            || byteAt(segment, at + 2) != 0);
}

void readSegment(JpegHeader &header, std::span<const std::byte> segment, int marker)
{
    if (isFrameHeader(marker))
        readFrame(header, segment, marker);
    else if (marker == 0xE0 && startsWith(segment, std::string_view("JFIF\0", 5)))
        header.isJfif = true;
    else if (marker == 0xEE && segment.size() >= 12 && startsWith(segment, "Adobe"))
        header.adobeTransform = byteAt(segment, 11);
}

/// Behind the entropy-coded data from `at` on.
std::size_t endOfScan(std::span<const std::byte> bytes, std::size_t at)
{
    for (; at + 1 < bytes.size(); ++at) {
        const int next = byteAt(bytes, at + 1);
        if (bytes[at] == std::byte{0xFF} && next != 0 && next != 0xFF && !standsAlone(next))
            return at;
    }
    return bytes.size();
}

} // namespace

bool JpegHeader::isSubsampled() const
{
    return std::ranges::any_of(
        components, [this](const Component &c) { return c.sampling != components.front().sampling; });
}

bool JpegHeader::isNamedRgb() const
{
    return components.size() == 3 && components[0].id == 'R' && components[1].id == 'G'
        && components[2].id == 'B';
}

std::optional<JpegHeader> readJpegHeader(std::span<const std::byte> bytes)
{
    JpegHeader header;
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        if (bytes[at] != std::byte{0xFF}) {
            ++at;
            continue;
        }
        const int marker = byteAt(bytes, at + 1);
        at += marker == 0xFF ? 1 : 2;
        if (marker == kEndOfImage)
            break;
        if (marker == 0 || marker == 0xFF || standsAlone(marker))
            continue;
        const auto length = static_cast<std::size_t>(wordAt(bytes, at));
        if (length < 2 || at + length > bytes.size())
            break;
        const auto segment = bytes.subspan(at + 2, length - 2);
        readSegment(header, segment, marker);
        at += length;
        if (marker == kStartOfScan) {
            ++header.scans;
            header.oddScans += isOddScan(header, segment) ? 1 : 0;
            at = endOfScan(bytes, at);
        }
    }
    return header.components.empty() ? std::nullopt : std::optional(header);
}

} // namespace simiao::dicom
