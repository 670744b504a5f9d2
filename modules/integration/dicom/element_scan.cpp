#include "integration/dicom/element_scan.h"

#include "integration/dicom/part10.h"

#include <QtEndian>

#include <array>
#include <string_view>

namespace simiao::dicom {

namespace {

constexpr std::uint32_t kUndefined = 0xFFFFFFFF;
constexpr std::uint32_t kItem = 0xFFFEE000;
constexpr std::uint32_t kItemEnd = 0xFFFEE00D;
constexpr std::uint32_t kSequenceEnd = 0xFFFEE0DD;
constexpr std::uint32_t kFirstPixels = 0x7FE00008;
constexpr std::uint32_t kWholeNumbers = 0x7FE00010;
constexpr std::size_t kDeepest = 64;

bool isLetter(char c)
{
    return c >= 'A' && c <= 'Z';
}

constexpr std::size_t kLetters = 26;

constexpr std::size_t letterPair(char first, char second)
{
    return std::size_t(first - 'A') * kLetters + std::size_t(second - 'A');
}

/// VRs with a 16-bit length (PS3.5 table 7.1-2), as a table of pairs of letters: asked for every element of every file.
constexpr auto kShort = [] {
    std::array<bool, kLetters * kLetters> isShort{};
    for (const std::string_view vr : {"AE", "AS", "AT", "CS", "DA", "DS", "DT", "FD", "FL", "IS", "LO",
                                      "LT", "PN", "SH", "SL", "SS", "ST", "TM", "UI", "UL", "US"})
        isShort[letterPair(vr[0], vr[1])] = true;
    return isShort;
}();

bool hasShortLength(const char *vr)
{
    return isLetter(vr[0]) && isLetter(vr[1]) && kShort[letterPair(vr[0], vr[1])];
}

} // namespace

template <typename T>
T ElementScan::at(std::size_t offset) const
{
    return qFromLittleEndian<T>(m_bytes.data() + m_at + offset);
}

ElementScan::ElementScan(std::span<const char> bytes)
    : m_bytes(bytes)
{
    if (!hasDicomMark(bytes))
        return;
    m_at = kMetaStart;
    m_isScannable = readMeta();
}

bool ElementScan::readMeta()
{
    bool isOrdinary = false;
    while (left() >= 8 && at<std::uint16_t>(0) == 0x0002) {
        const auto header = readHeader(false);
        if (!header || header->length > left())
            return false;
        if (header->tag == 0x00020010) {
            const std::string_view uid(m_bytes.data() + m_at, header->length);
            isOrdinary =
                !uid.starts_with("1.2.840.10008.1.2.2") && !uid.starts_with("1.2.840.10008.1.2.1.99");
        }
        m_at += header->length;
    }
    m_isImplicit = left() < 6 || !isLetter(m_bytes[m_at + 4]) || !isLetter(m_bytes[m_at + 5]);
    return isOrdinary;
}

std::optional<ElementScan::Header> ElementScan::readHeader(bool isImplicit)
{
    if (left() < 8)
        return std::nullopt;
    Header header{
        .tag = std::uint32_t{at<std::uint16_t>(0)} << 16 | at<std::uint16_t>(2), .length = 0, .vr = {0, 0}};
    if (isImplicit || header.tag >> 16 == 0xFFFE) {
        header.length = at<std::uint32_t>(4);
        m_at += 8;
        return header;
    }
    header.vr[0] = m_bytes[m_at + 4];
    header.vr[1] = m_bytes[m_at + 5];
    if (hasShortLength(header.vr)) {
        header.length = at<std::uint16_t>(6);
        m_at += 8;
        return header;
    }
    if (!isLetter(header.vr[0]) || !isLetter(header.vr[1]) || left() < 12)
        return std::nullopt;
    header.length = at<std::uint32_t>(8);
    m_at += 12;
    return header;
}

std::optional<ElementScan::Element> ElementScan::next()
{
    const auto header = readHeader(m_isImplicit);
    if (!header)
        return std::nullopt;
    if (header->tag >= kFirstPixels) {
        m_isComplete = true;
        if (header->tag == kWholeNumbers && header->length != kUndefined)
            m_pixels = Pixels{m_at, header->length};
        return std::nullopt;
    }
    Element element{.tag = header->tag, .vr = {header->vr[0], header->vr[1]}, .value = {}};
    if (header->length == kUndefined) {
        const bool isUnknown = header->vr[0] == 'U' && header->vr[1] == 'N';
        return skipNested(m_isImplicit || isUnknown) ? std::optional(element) : std::nullopt;
    }
    if (header->length > left())
        return std::nullopt;
    element.value = QByteArrayView(m_bytes.data() + m_at, static_cast<qsizetype>(header->length));
    m_at += header->length;
    return element;
}

bool ElementScan::skip(std::uint32_t length)
{
    if (length > left())
        return false;
    m_at += length;
    return true;
}

/// Behind the delimiter of the sequence that has just begun.
bool ElementScan::skipNested(bool isImplicit)
{
    struct Level
    {
        bool isItem;
        bool isImplicit;
    };
    std::array<Level, kDeepest> levels{Level{false, isImplicit}};
    std::size_t depth = 1;
    while (depth > 0) {
        const auto here = levels[depth - 1];
        const auto header = readHeader(here.isImplicit);
        if (!header)
            return false;
        if (header->tag == kItemEnd || header->tag == kSequenceEnd) {
            if (here.isItem != (header->tag == kItemEnd))
                return false;
            --depth;
        } else if (header->length != kUndefined) {
            if (!skip(header->length))
                return false;
        } else {
            if (depth == levels.size() || here.isItem == (header->tag == kItem))
                return false;
            const bool isUnknown = header->vr[0] == 'U' && header->vr[1] == 'N';
            levels[depth++] = {header->tag == kItem, here.isImplicit || isUnknown};
        }
    }
    return true;
}

} // namespace simiao::dicom
