#include "integration/dicom/element_walker.h"

#include <QIODevice>
#include <QtEndian>

#include <algorithm>

namespace simiao::dicom {

using namespace Qt::StringLiterals;

namespace {

constexpr quint32 kUndefinedLength = 0xFFFFFFFF;
constexpr quint16 kMarkGroup = 0xFFFE;
constexpr quint16 kItem = 0xE000;
constexpr quint16 kItemEnd = 0xE00D;
constexpr quint16 kSequenceEnd = 0xE0DD;
constexpr quint16 kPixelGroup = 0x7FE0;

bool isVr(const QByteArray &vr)
{
    return vr.size() == 2 && std::ranges::all_of(vr, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// VRs with a 16-bit length (PS3.5 table 7.1-2). Later ones have 32 bits; what is no VR at all is met with 16, as in the
/// toolkit.
bool hasShortLength(const QByteArray &vr)
{
    static const QByteArray shortOnes = "AE AS AT CS DA DS DT FD FL IS LO LT PN SH SL SS ST TM UI UL US";
    return !isVr(vr) || shortOnes.indexOf(vr) % 3 == 0;
}

/// The toolkit has names of its own in small letters and gives some of them 32 bits, so that it would take the value for a length.
bool isNameOfToolkit(const QByteArray &vr)
{
    return vr.size() == 2 && std::ranges::all_of(vr, [](char c) { return c >= 'a' && c <= 'z'; });
}

QString nameOf(quint16 group, quint16 element)
{
    return u"(%1,%2)"_s.arg(int{group}, 4, 16, QChar(u'0')).arg(int{element}, 4, 16, QChar(u'0')).toUpper();
}

bool isPixels(quint16 group, quint16 element)
{
    return group == kPixelGroup && (element == 0x0008 || element == 0x0009 || element == 0x0010);
}

} // namespace

QString LayoutFault::text() const
{
    return u"%1 at byte %2: %3"_s.arg(element).arg(offset).arg(words);
}

ElementWalker::ElementWalker(QIODevice &device, int mostElements)
    : m_device(device)
    , m_size(device.size())
    , m_mostElements(mostElements)
{
}

DatasetLayout ElementWalker::walk(qint64 start, const QString &transferSyntax)
{
    m_layout = {};
    m_levels.clear();
    m_privateFrom = -1;
    m_layout.start = m_layout.headerEnd = start;
    m_layout.isBigEndian = transferSyntax == "1.2.840.10008.1.2.2"_L1;
    m_device.seek(start);
    m_layout.isImplicit = !isVr(m_device.peek(6).mid(4));

    while (isWithinLimits() && step())
        m_layout.deepestNesting = std::max(
            m_layout.deepestNesting, static_cast<int>(std::ranges::count(m_levels, false, &Level::isItem)));
    notePrivate(false, m_layout.headerEnd);
    return m_layout;
}

bool ElementWalker::isWithinLimits() const
{
    return m_layout.deepestNesting <= kDeepestNesting && m_layout.outOfOrderCount <= kMostOutOfOrder
        && m_layout.elementCount <= m_mostElements;
}

bool ElementWalker::isImplicitHere() const
{
    return m_levels.empty() ? m_layout.isImplicit : m_levels.back().isImplicit;
}

bool ElementWalker::step()
{
    closeFinishedLevels();
    if (m_levels.empty()) {
        m_layout.headerEnd = m_device.pos();
        m_topEnd = -1;
        if (m_device.pos() >= m_size)
            return false;
    }
    const bool isImplicit = isImplicitHere();
    Header header;
    if (!readHeader(header, isImplicit))
        return recover(header, u"the file ends within an element"_s);
    ++m_layout.elementCount;
    if (header.group == kMarkGroup)
        return stepOverMark(header);
    noteOrder(header);
    if (m_levels.empty())
        notePrivate(header.group % 2 == 1, header.offset);
    if (isNameOfToolkit(header.vr))
        return recover(header, u"%1 is no kind of value"_s.arg(QString::fromLatin1(header.vr)));
    if (m_levels.empty() && isPixels(header.group, header.element))
        return takePixels(header);
    // The content of an unknown VR is always implicit (PS3.5 6.2.2 note 2).
    return opensSequence(header, isImplicit) ? openLevel(header, false, isImplicit || header.vr == "UN")
                                             : stepOverValue(header);
}

bool ElementWalker::takePixels(const Header &header)
{
    m_layout.headerEnd = header.offset;
    const bool isEncapsulated = header.length == kUndefinedLength;
    m_layout.pixels = PixelPlace{.element = header.element,
                                 .vr = header.vr,
                                 .offset = m_device.pos(),
                                 .length = isEncapsulated ? 0 : header.length,
                                 .isEncapsulated = isEncapsulated};
    return false;
}

bool ElementWalker::stepOverValue(const Header &header)
{
    const qint64 end = m_device.pos() + header.length;
    const qint64 room = m_levels.empty() || m_levels.back().end < 0 ? m_size : m_levels.back().end;
    if (end <= std::min(room, m_size))
        return m_device.seek(end);
    return recover(header, u"%1 bytes said, %2 there"_s.arg(header.length).arg(room - m_device.pos()));
}

bool ElementWalker::recover(const Header &header, const QString &words)
{
    if (!m_layout.fault)
        m_layout.fault = LayoutFault{
            .offset = header.offset, .element = nameOf(header.group, header.element), .words = words};
    const bool isBehindKnown = !m_levels.empty() && m_topEnd >= 0 && m_topEnd <= m_size;
    m_levels.clear();
    if (isBehindKnown)
        m_layout.damaged.push_back({m_layout.headerEnd, m_topEnd});
    return isBehindKnown && m_device.seek(m_topEnd);
}

bool ElementWalker::stepOverMark(const Header &header)
{
    if (m_levels.empty())
        return recover(header, u"a delimiter outside of sequences"_s);
    if (header.element == kItem)
        return openLevel(header, true, isImplicitHere());
    if (header.element == kItemEnd || header.element == kSequenceEnd)
        closeDelimited(header.element == kItemEnd);
    return true;
}

void ElementWalker::noteOrder(const Header &header)
{
    quint32 &last = m_levels.empty() ? m_lastTag : m_levels.back().lastTag;
    const quint32 tag = quint32{header.group} << 16 | header.element;
    m_layout.outOfOrderCount += tag < last ? 1 : 0;
    last = tag;
}

void ElementWalker::notePrivate(bool isPrivate, qint64 offset)
{
    if (isPrivate == (m_privateFrom >= 0))
        return;
    if (!isPrivate)
        m_layout.privateOnes.push_back({m_privateFrom, offset});
    m_privateFrom = isPrivate ? offset : -1;
}

bool ElementWalker::opensSequence(const Header &header, bool isImplicit)
{
    if (header.vr == "SQ" || header.length == kUndefinedLength)
        return true;
    if (!isImplicit || header.length < 8)
        return false;
    // Without a VR a sequence of known length is known by the item it begins with.
    const QByteArray mark = m_device.peek(4);
    return mark
        == (m_layout.isBigEndian ? QByteArray("\xFF\xFE\xE0\x00", 4) : QByteArray("\xFE\xFF\x00\xE0", 4));
}

bool ElementWalker::openLevel(const Header &header, bool isItem, bool isImplicit)
{
    const qint64 end = header.length == kUndefinedLength ? -1 : m_device.pos() + header.length;
    if (end > m_size)
        return recover(header, u"%1 bytes said, %2 there"_s.arg(header.length).arg(m_size - m_device.pos()));
    if (m_levels.empty())
        m_topEnd = end;
    m_levels.push_back({.end = end, .isItem = isItem, .isImplicit = isImplicit});
    return true;
}

void ElementWalker::closeFinishedLevels()
{
    while (!m_levels.empty() && m_levels.back().end >= 0 && m_device.pos() >= m_levels.back().end)
        m_levels.pop_back();
}

void ElementWalker::closeDelimited(bool isItem)
{
    if (!m_levels.empty() && m_levels.back().isItem == isItem)
        m_levels.pop_back();
}

bool ElementWalker::readHeader(Header &header, bool isImplicit)
{
    bool isOk = true;
    header.offset = m_device.pos();
    header.group = read16(isOk);
    header.element = read16(isOk);
    return isOk && readLength(header, isImplicit || header.group == kMarkGroup);
}

bool ElementWalker::readLength(Header &header, bool isImplicit)
{
    bool isOk = true;
    if (!isImplicit) {
        header.vr = m_device.read(2);
        if (hasShortLength(header.vr)) {
            header.length = read16(isOk);
            return isOk;
        }
        read16(isOk);
    }
    header.length = read32(isOk);
    return isOk;
}

quint16 ElementWalker::read16(bool &isOk)
{
    const QByteArray bytes = m_device.read(2);
    isOk = isOk && bytes.size() == 2;
    if (!isOk)
        return 0;
    return m_layout.isBigEndian ? qFromBigEndian<quint16>(bytes.constData())
                                : qFromLittleEndian<quint16>(bytes.constData());
}

quint32 ElementWalker::read32(bool &isOk)
{
    const QByteArray bytes = m_device.read(4);
    isOk = isOk && bytes.size() == 4;
    if (!isOk)
        return 0;
    return m_layout.isBigEndian ? qFromBigEndian<quint32>(bytes.constData())
                                : qFromLittleEndian<quint32>(bytes.constData());
}

} // namespace simiao::dicom
