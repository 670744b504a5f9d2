#include "integration/dicom/fragments.h"

#include "integration/dicom/element_walker.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace simiao::dicom {

namespace {

constexpr quint32 kItem = 0xE000FFFE;
constexpr qint64 kItemHeader = 8;

struct ItemHeader
{
    quint32 tag = 0;
    quint32 length = 0;
};

std::optional<ItemHeader> readItemHeader(QIODevice &device)
{
    const QByteArray bytes = device.read(kItemHeader);
    if (bytes.size() != kItemHeader)
        return std::nullopt;
    return ItemHeader{.tag = qFromLittleEndian<quint32>(bytes.constData()),
                      .length = qFromLittleEndian<quint32>(bytes.constData() + 4)};
}

std::vector<quint64> offsetsOf(const QByteArray &table)
{
    std::vector<quint64> offsets;
    for (qsizetype i = 0; i + 4 <= table.size(); i += 4)
        offsets.push_back(qFromLittleEndian<quint32>(table.constData() + i));
    return offsets;
}

/// Start of image of JPEG and JPEG-LS, start of codestream of JPEG 2000, signature of a JP2 box.
bool beginsCodestream(const QByteArray &head)
{
    return head.startsWith("\xFF\xD8\xFF") || head.startsWith("\xFF\x4F\xFF\x51")
        || head == QByteArray("\x00\x00\x00\x0C\x6A\x50", 6).first(4);
}

/// Indices of the fragments with which frames begin.
using Starts = std::vector<std::size_t>;

/// Nothing unless each offset names the beginning of a fragment, in order.
Starts startsByOffsets(const FragmentList &list, const std::vector<quint64> &offsets)
{
    Starts starts;
    std::size_t at = 0;
    for (const auto offset : offsets) {
        while (at < list.fragments.size()
               && quint64(list.fragments[at].offset - list.fragments.front().offset) < offset)
            ++at;
        if (at == list.fragments.size()
            || quint64(list.fragments[at].offset - list.fragments.front().offset) != offset)
            return {};
        starts.push_back(at++);
    }
    return starts;
}

Starts startsByCodestream(QIODevice &device, const FragmentList &list)
{
    Starts starts;
    for (std::size_t i = 0; i < list.fragments.size(); ++i) {
        device.seek(list.fragments[i].offset);
        if (beginsCodestream(device.peek(4)))
            starts.push_back(i);
    }
    return starts;
}

Starts oneEach(std::size_t count)
{
    Starts starts(count);
    std::ranges::generate(starts, [i = std::size_t{0}]() mutable { return i++; });
    return starts;
}

} // namespace

FragmentTable offsetTable(QIODevice &device, const PixelPlace &place)
{
    device.seek(place.offset);
    const auto header = readItemHeader(device);
    if (!header || header->tag != kItem)
        return {.offsets = {}, .firstFragment = place.offset};
    const qint64 length = std::min<qint64>(header->length, device.size() - device.pos());
    return {.offsets = offsetsOf(device.peek(length)), .firstFragment = device.pos() + length};
}

FragmentList readFragments(QIODevice &device, const PixelPlace &place, std::size_t most)
{
    FragmentList list{.offsetTable = {}, .fragments = {}, .isWhole = false};
    device.seek(place.offset);
    bool isTable = true;
    while (list.fragments.size() < most) {
        const auto header = readItemHeader(device);
        if (!header)
            break;
        if (header->tag != kItem) {
            list.isWhole = header->tag == 0xE0DDFFFE;
            break;
        }
        const qint64 offset = device.pos();
        const qint64 length = std::min<qint64>(header->length, device.size() - offset);
        if (isTable)
            list.offsetTable = offsetsOf(device.peek(length));
        else
            list.fragments.push_back({.offset = offset, .length = length});
        isTable = false;
        if (!device.seek(offset + length) || length < header->length)
            break;
    }
    return list;
}

std::vector<Fragment> fragmentsOfFrame(QIODevice &device,
                                       const FragmentList &list,
                                       const std::vector<quint64> &extendedOffsets,
                                       int frameIndex,
                                       int frames)
{
    if (list.fragments.empty())
        return {};
    if (frames == 1)
        return list.fragments;

    const auto index = static_cast<std::size_t>(frameIndex);
    const auto count = static_cast<std::size_t>(frames);
    Starts starts = startsByOffsets(list, extendedOffsets.empty() ? list.offsetTable : extendedOffsets);
    if (starts.size() != count && list.fragments.size() == count)
        starts = oneEach(count);
    if (starts.size() != count)
        starts = startsByCodestream(device, list);
    // Where the file was cut short the frames that are there are still good.
    if (starts.empty() || (starts.size() != count && list.isWhole))
        starts = list.fragments.size() <= count ? oneEach(list.fragments.size()) : Starts{};
    if (index >= starts.size())
        return {};
    const auto first = list.fragments.begin() + static_cast<std::ptrdiff_t>(starts[index]);
    const auto last = index + 1 < starts.size()
        ? list.fragments.begin() + static_cast<std::ptrdiff_t>(starts[index + 1])
        : list.fragments.end();
    return {first, last};
}

std::vector<std::byte> joined(QIODevice &device, const std::vector<Fragment> &fragments)
{
    std::vector<std::byte> bytes;
    for (const auto &fragment : fragments) {
        const auto filled = bytes.size();
        bytes.resize(filled + static_cast<std::size_t>(fragment.length));
        device.seek(fragment.offset);
        const auto got = device.read(reinterpret_cast<char *>(bytes.data() + filled), fragment.length);
        bytes.resize(filled + static_cast<std::size_t>(std::max<qint64>(got, 0)));
    }
    return bytes;
}

} // namespace simiao::dicom
