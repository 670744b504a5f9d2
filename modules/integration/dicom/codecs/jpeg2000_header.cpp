#include "integration/dicom/codecs/jpeg2000_header.h"

#include <QtEndian>

#include <algorithm>

namespace simiao::dicom {

namespace {

constexpr int kSize = 0xFF51;
constexpr int kCodingStyle = 0xFF52;
constexpr int kCodingStyleOfComponent = 0xFF53;
constexpr int kStartOfTilePart = 0xFF90;
constexpr int kStartOfData = 0xFF93;
constexpr int kEnd = 0xFFD9;
constexpr std::size_t kPartHeader = 12; ///< of a tile-part: the segment SOT
constexpr std::size_t kPartLength = 6;  ///< where in it the length stands
constexpr std::byte kStart[]{std::byte{0xFF}, std::byte{0x4F}, std::byte{0xFF}, std::byte{0x51}};

template <typename T>
T at(std::span<const std::byte> bytes, std::size_t offset)
{
    return offset + sizeof(T) <= bytes.size() ? qFromBigEndian<T>(bytes.data() + offset) : T{0};
}

/// Kept to what a product of two holds; pictures of so many tiles are refused anyway.
std::int64_t tilesAlong(std::int64_t end, std::int64_t origin, std::int64_t size)
{
    constexpr std::int64_t kMost = 1 << 30;
    return size > 0 && end > origin ? std::min((end - origin + size - 1) / size, kMost) : 0;
}

bool makesSense(const Jpeg2000Header &header)
{
    return header.components > 0 && header.columns > 0 && header.rows > 0 && header.tiles > 0;
}

void readSize(Jpeg2000Header &header, std::span<const std::byte> segment)
{
    const auto word = [segment](std::size_t index) {
        return std::int64_t{at<quint32>(segment, 2 + 4 * index)};
    };
    header.columns = word(0) - word(2);
    header.rows = word(1) - word(3);
    header.tiles = tilesAlong(word(0), word(6), word(4)) * tilesAlong(word(1), word(7), word(5));
    header.components = at<quint16>(segment, 34);
    const auto depth = at<quint8>(segment, 36);
    header.precision = (depth & 0x7F) + 1;
    header.isSigned = (depth & 0x80) != 0;
}

int levelsIn(std::span<const std::byte> style)
{
    return std::min<int>(at<quint8>(style, 0), 32);
}

/// How small any part of the picture is cut.
/// \param style  from the number of levels on: the same of the picture, of a component and of a tile
void readBlocks(Jpeg2000Header &header, std::span<const std::byte> style, bool hasPrecincts)
{
    constexpr std::size_t kPrecincts = 5;
    const auto blocks = std::int64_t{4}
        << ((at<quint8>(style, 1) & 0x0F) + (at<quint8>(style, 2) & 0x0F) + 2);
    header.codeBlockArea = std::min(header.codeBlockArea, blocks);
    for (int i = 0; hasPrecincts && i <= levelsIn(style); ++i) {
        const auto size = at<quint8>(style, kPrecincts + static_cast<std::size_t>(i));
        header.smallestPrecinct =
            std::min(header.smallestPrecinct, std::int64_t{1} << ((size & 0x0F) + (size >> 4)));
    }
}

std::span<const std::byte> from(std::span<const std::byte> segment, std::size_t offset)
{
    return segment.subspan(std::min(offset, segment.size()));
}

/// Of a segment that says how samples are coded, wherever it stands; others are passed over.
void readBlocksOf(Jpeg2000Header &header, int marker, std::span<const std::byte> segment)
{
    constexpr int kNarrow = 257; // from so many components on their numbers have two bytes
    const std::size_t number = header.components < kNarrow ? 1 : 2;
    if (marker == kCodingStyle)
        readBlocks(header, from(segment, 5), (at<quint8>(segment, 0) & 1) != 0);
    else if (marker == kCodingStyleOfComponent)
        readBlocks(header, from(segment, number + 1), (at<quint8>(segment, number) & 1) != 0);
}

void readCodingStyle(Jpeg2000Header &header, std::span<const std::byte> segment)
{
    header.hasColourTransform = at<quint8>(segment, 4) != 0;
    header.levels = levelsIn(from(segment, 5));
    header.isHighThroughput = (at<quint8>(segment, 8) & 0x40) != 0;
}

void passOver(int /*marker*/, std::span<const std::byte> /*segment*/) {}

/// Walks the segments of a header from `offset` on. \returns where it ends: at the marker `end`, or at what is no whole segment
template <typename Visit>
std::size_t walkHeader(std::span<const std::byte> bytes, std::size_t offset, int end, Visit visit)
{
    for (;;) {
        const int marker = at<quint16>(bytes, offset);
        const std::size_t length = at<quint16>(bytes, offset + 2);
        if (marker == end || length < 2 || offset + 2 + length > bytes.size())
            return offset;
        visit(marker, bytes.subspan(offset + 4, length - 2));
        offset += 2 + length;
    }
}

/// \returns where the first tile-part begins
template <typename Visit>
std::size_t walkMainHeader(std::span<const std::byte> codestream, Visit visit)
{
    constexpr std::size_t kBehindItsStart = 2;
    return walkHeader(codestream, kBehindItsStart, kStartOfTilePart, visit);
}

/// Whether the segments of a tile-part's header, up to the start of its data, are within it.
bool hasSoundHeader(std::span<const std::byte> part)
{
    return at<quint16>(part, walkHeader(part, kPartHeader, kStartOfData, passOver)) == kStartOfData;
}

/// A tile may be cut in another way than the picture. \param offset  of the first tile-part
void readBlocksOfTiles(Jpeg2000Header &header, std::span<const std::byte> codestream, std::size_t offset)
{
    while (at<quint16>(codestream, offset) == kStartOfTilePart) {
        walkHeader(codestream.subspan(offset), kPartHeader, kStartOfData,
                   [&header](int marker, std::span<const std::byte> segment) {
                       readBlocksOf(header, marker, segment);
                   });
        const std::size_t length = at<quint32>(codestream, offset + kPartLength);
        if (length < kPartHeader || length > codestream.size() - offset)
            return;
        offset += length;
    }
}

} // namespace

std::span<const std::byte> codestreamIn(std::span<const std::byte> bytes)
{
    const auto found = std::ranges::search(bytes, std::span(kStart));
    return found.empty() ? std::span<const std::byte>()
                         : bytes.subspan(std::size_t(found.begin() - bytes.begin()));
}

std::optional<Jpeg2000Header> readJpeg2000Header(std::span<const std::byte> codestream)
{
    Jpeg2000Header header;
    const auto first = walkMainHeader(codestream, [&header](int marker, std::span<const std::byte> segment) {
        if (marker == kSize)
            readSize(header, segment);
        else if (marker == kCodingStyle)
            readCodingStyle(header, segment);
        readBlocksOf(header, marker, segment);
    });
    readBlocksOfTiles(header, codestream, first);
    return makesSense(header) ? std::optional(header) : std::nullopt;
}

bool isWhole(std::span<const std::byte> codestream)
{
    constexpr std::size_t kShortest = 14; // its header and the start of its data
    std::size_t offset = walkMainHeader(codestream, passOver);
    while (at<quint16>(codestream, offset) == kStartOfTilePart) {
        const std::size_t length = at<quint32>(codestream, offset + kPartLength);
        if (length < kShortest || length > codestream.size() - offset)
            return false; // a last one without a length (0) is one of which nobody knows whether it is whole
        offset += length;
    }
    return at<quint16>(codestream, offset) == kEnd;
}

std::vector<std::byte> withSoundParts(std::span<const std::byte> codestream)
{
    std::size_t offset = walkMainHeader(codestream, passOver);
    while (at<quint16>(codestream, offset) == kStartOfTilePart) {
        const std::size_t rest = codestream.size() - offset;
        const std::size_t stated = at<quint32>(codestream, offset + kPartLength);
        const std::size_t length = stated == 0 ? rest : std::min(stated, rest);
        if (!hasSoundHeader(codestream.subspan(offset, length)))
            return {codestream.begin(), codestream.begin() + std::ptrdiff_t(offset)};
        if (stated > rest) {
            std::vector<std::byte> sound(codestream.begin(), codestream.end());
            qToBigEndian(quint32(rest), sound.data() + offset + kPartLength);
            return sound;
        }
        offset += length;
    }
    return {codestream.begin(), codestream.end()};
}

} // namespace simiao::dicom
