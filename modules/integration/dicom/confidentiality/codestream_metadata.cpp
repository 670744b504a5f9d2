#include "integration/dicom/confidentiality/codestream_metadata.h"

#include "integration/dicom/codecs/jpeg2000_header.h"
#include "integration/dicom/fragments.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>
#include <array>
#include <string_view>

namespace simiao::dicom {

namespace {

using Bytes = std::span<const std::byte>;

template <typename T>
T at(Bytes bytes, std::size_t offset)
{
    return offset <= bytes.size() && sizeof(T) <= bytes.size() - offset
        ? qFromBigEndian<T>(bytes.data() + offset)
        : T{0};
}

bool startsWith(Bytes bytes, std::string_view mark)
{
    const auto is = [](char c, std::byte b) { return static_cast<std::byte>(c) == b; };
    return bytes.size() >= mark.size() && std::equal(mark.begin(), mark.end(), bytes.begin(), is);
}

class Clearing
{
public:
    /// [from, to)
    void add(std::size_t from, std::size_t to)
    {
        if (to <= from)
            return;
        const auto first = static_cast<qint64>(from);
        const auto length = static_cast<qint64>(to - from);
        if (!m_stretches.empty() && m_stretches.back().from + m_stretches.back().length == first)
            m_stretches.back().length += length;
        else
            m_stretches.push_back({.from = first, .length = length});
    }
    std::vector<ClearedStretch> stretches() && { return std::move(m_stretches); }

private:
    std::vector<ClearedStretch> m_stretches;
};

bool beginsJpeg(Bytes bytes)
{
    return at<quint16>(bytes, 0) == 0xFFD8;
}

bool beginsCodestream2000(Bytes bytes)
{
    return at<quint32>(bytes, 0) == 0xFF4FFF51;
}

bool beginsJp2(Bytes bytes)
{
    return startsWith(bytes, std::string_view("\0\0\0\x0CjP  ", 8));
}

/// How much of the payload a decoder may want to know.
std::size_t neededOf(int marker, Bytes payload)
{
    constexpr std::size_t kJfif = 14;
    constexpr std::size_t kAdobe = 12;
    constexpr std::size_t kTransform = 5;
    const bool isFrameOrTable = (marker >= 0xC0 && marker <= 0xCF && marker != 0xC8)
        || (marker >= 0xDA && marker <= 0xDF) || marker == 0xF7 || marker == 0xF8;
    if (isFrameOrTable)
        return payload.size();
    if (marker == 0xE0 && startsWith(payload, std::string_view("JFIF\0", 5)))
        return std::min(kJfif, payload.size());
    if (marker == 0xEE && startsWith(payload, "Adobe"))
        return std::min(kAdobe, payload.size());
    if (marker == 0xE8 && startsWith(payload, "mrfx"))
        return std::min(kTransform, payload.size());
    return 0;
}

/// Behind the entropy-coded data from `from` on: JPEG puts a 0 behind each 0xFF of it, JPEG-LS a bit.
std::size_t endOfScan(Bytes bytes, std::size_t from)
{
    for (std::size_t i = from; i + 1 < bytes.size(); ++i) {
        const int next = std::to_integer<int>(bytes[i + 1]);
        const bool isRestart = next >= 0xD0 && next <= 0xD7;
        if (bytes[i] == std::byte{0xFF} && next >= 0xC0 && next != 0xFF && !isRestart)
            return i;
    }
    return bytes.size();
}

void ofJpeg(Bytes bytes, Clearing &clearing)
{
    constexpr int kStartOfScan = 0xDA;
    constexpr int kEndOfImage = 0xD9;
    std::size_t place = 2;
    for (;;) {
        // What lies between two segments means nothing; decoders look for the next marker.
        const auto rest = bytes.subspan(std::min(place, bytes.size()));
        const auto gap = static_cast<std::size_t>(std::ranges::find(rest, std::byte{0xFF}) - rest.begin());
        clearing.add(place, place + gap);
        place += gap;
        if (place + 2 > bytes.size())
            return;
        const int marker = at<quint8>(bytes, place + 1);
        place += marker == 0xFF ? 1 : 2;
        if (marker == kEndOfImage)
            break;
        if (marker <= 0x01 || marker == 0xFF || (marker >= 0xD0 && marker <= 0xD8))
            continue;
        const std::size_t length = at<quint16>(bytes, place);
        if (length < 2 || length > bytes.size() - place)
            break;
        const auto payload = bytes.subspan(place + 2, length - 2);
        clearing.add(place + 2 + neededOf(marker, payload), place + length);
        place += length;
        if (marker == kStartOfScan)
            place = endOfScan(bytes, place);
    }
    clearing.add(place, bytes.size());
}

bool isNeeded2000(int marker)
{
    constexpr int kComment = 0xFF64;
    return marker >= 0xFF50 && marker <= 0xFF7F && marker != kComment;
}

/// Segments of a main or tile-part header. \returns where it ends
std::size_t ofHeader2000(Bytes bytes, std::size_t base, std::size_t from, Clearing &clearing)
{
    std::size_t place = from;
    for (;;) {
        const int marker = at<quint16>(bytes, place);
        const std::size_t length = at<quint16>(bytes, place + 2);
        const bool isData = marker == 0xFF90 || marker == 0xFF93 || marker == 0xFFD9;
        if (isData || marker < 0xFF00 || length < 2 || length + 2 > bytes.size() - place)
            return place;
        if (!isNeeded2000(marker))
            clearing.add(base + place + 4, base + place + 2 + length);
        place += 2 + length;
    }
}

/// \param base  where the codestream begins
void ofCodestream2000(Bytes bytes, std::size_t base, Clearing &clearing)
{
    constexpr std::size_t kStartOfTilePart = 12; // with its marker
    std::size_t place = ofHeader2000(bytes, base, 2, clearing);
    while (at<quint16>(bytes, place) == 0xFF90) {
        const std::size_t length = at<quint32>(bytes, place + 6);
        ofHeader2000(bytes, base, place + kStartOfTilePart, clearing);
        if (length < kStartOfTilePart || length >= bytes.size() - place)
            return; // to the end, by its own word or cut
        place += length;
    }
    clearing.add(base + place + (at<quint16>(bytes, place) == 0xFFD9 ? 2 : 0), base + bytes.size());
}

bool isNeededBox(quint32 type)
{
    constexpr std::array kNeeded{
        0x6A502020U, // jP
        0x66747970U, // ftyp
        0x69686472U, // ihdr
        0x62706363U, // bpcc
        0x636F6C72U, // colr
        0x70636C72U, // pclr
        0x636D6170U, // cmap
        0x63646566U, // cdef
        0x72657320U, // res
        0x72657363U, // resc
        0x72657364U, // resd
    };
    return std::ranges::find(kNeeded, type) != kNeeded.end();
}

/// \param base  where these boxes begin
void ofBoxes(Bytes bytes, std::size_t base, Clearing &clearing)
{
    constexpr quint32 kCodestream = 0x6A703263;
    constexpr quint32 kHeader = 0x6A703268;
    std::size_t place = 0;
    while (bytes.size() - place >= 8) {
        std::size_t head = 8;
        std::uint64_t length = at<quint32>(bytes, place);
        const auto type = at<quint32>(bytes, place + 4);
        if (length == 1) {
            head = 16;
            length = at<quint64>(bytes, place + 8);
        } else if (length == 0) {
            length = bytes.size() - place;
        }
        if (length < head || head > bytes.size() - place)
            break;
        length = std::min<std::uint64_t>(length, bytes.size() - place);
        const auto content = bytes.subspan(place + head, length - head);
        if (type == kHeader)
            ofBoxes(content, base + place + head, clearing);
        else if (type == kCodestream)
            ofCodestream2000(content, base + place + head, clearing);
        else if (!isNeededBox(type))
            clearing.add(base + place + head, base + place + length);
        place += length;
    }
    clearing.add(base + place, base + bytes.size());
}

/// Where a fragment begins a codestream; others go on with the one before them.
bool beginsOne(Bytes bytes)
{
    return beginsJpeg(bytes) || beginsCodestream2000(bytes) || beginsJp2(bytes);
}

bool beginsOne(QIODevice &device, const Fragment &fragment)
{
    device.seek(fragment.offset);
    const auto head = device.peek(8);
    return beginsOne(std::as_bytes(std::span(head.constData(), static_cast<std::size_t>(head.size()))));
}

/// From places in the joined fragments to places in the device.
void addPlaces(const std::vector<ClearedStretch> &stretches,
               std::span<const Fragment> fragments,
               std::vector<ClearedStretch> &places)
{
    qint64 before = 0;
    std::size_t fragment = 0;
    for (auto left : stretches) {
        while (left.length > 0) {
            while (left.from >= before + fragments[fragment].length)
                before += fragments[fragment++].length;
            const qint64 within = left.from - before;
            const qint64 length = std::min(left.length, fragments[fragment].length - within);
            places.push_back({.from = fragments[fragment].offset + within, .length = length});
            left.from += length;
            left.length -= length;
        }
    }
}

} // namespace

std::vector<ClearedStretch> metadataOf(Bytes codestream)
{
    Clearing clearing;
    if (beginsJpeg(codestream))
        ofJpeg(codestream, clearing);
    else if (beginsCodestream2000(codestream))
        ofCodestream2000(codestream, 0, clearing);
    else if (beginsJp2(codestream))
        ofBoxes(codestream, 0, clearing);
    else if (const auto found = codestreamIn(codestream); !found.empty()) {
        const auto base = static_cast<std::size_t>(found.data() - codestream.data());
        clearing.add(0, base);
        ofCodestream2000(found, base, clearing);
    }
    return std::move(clearing).stretches();
}

std::vector<ClearedStretch> metadataIn(QIODevice &device, const FragmentList &list)
{
    std::vector<ClearedStretch> places;
    const std::span all(list.fragments);
    for (std::size_t first = 0; first < all.size();) {
        std::size_t next = first + 1;
        while (next < all.size() && !beginsOne(device, all[next]))
            ++next;
        const auto fragments = all.subspan(first, next - first);
        const auto bytes = joined(device, {fragments.begin(), fragments.end()});
        addPlaces(metadataOf(bytes), fragments, places);
        first = next;
    }
    return places;
}

} // namespace simiao::dicom
