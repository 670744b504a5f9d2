#include "integration/dicom/element_walker.h"

#include <QFile>
#include <QtEndian>

#include <algorithm>

namespace simiao::dicom {

namespace {

constexpr quint32 kUndefinedLength = 0xFFFFFFFF;
constexpr quint16 kMarkGroup = 0xFFFE;
constexpr quint16 kItem = 0xE000;
constexpr quint16 kItemEnd = 0xE00D;
constexpr quint16 kSequenceEnd = 0xE0DD;
constexpr qint64 kPreamble = 128;

bool isVr(const QByteArray &vr)
{
    return vr.size() == 2 && std::ranges::all_of(vr, [](char c) { return c >= 'A' && c <= 'Z'; });
}

/// VRs with two reserved bytes and a 32-bit length (PS3.5 table 7.1-1).
bool hasLongLength(const QByteArray &vr)
{
    static const QByteArray longOnes = "OB OD OF OL OV OW SQ SV UC UN UR UT UV";
    return longOnes.indexOf(vr) % 3 == 0;
}

qint64 startOf(QFile &file)
{
    const QByteArray head = file.peek(kPreamble + 4);
    if (head.size() == kPreamble + 4 && head.endsWith("DICM"))
        return kPreamble + 4;
    const bool isBareDataset =
        head.size() >= 8 && (head[0] == 2 || head[0] == 8) && head[1] == 0 && head[3] == 0;
    return isBareDataset ? 0 : -1;
}

} // namespace

ElementWalker::ElementWalker(QFile &file)
    : m_file(file)
    , m_start(startOf(file))
{
}

int ElementWalker::deepestNesting(int limit)
{
    m_file.seek(std::max<qint64>(m_start, 0));
    if (!readMetaInformation() || m_isDeflated)
        return 0;

    std::ptrdiff_t deepest = 0;
    while (deepest <= limit && step())
        deepest = std::max(deepest, std::ranges::count(m_levels, false, &Level::isItem));
    return static_cast<int>(deepest);
}

bool ElementWalker::step()
{
    closeFinishedLevels();
    const bool isImplicit = m_levels.empty() ? m_isImplicit : m_levels.back().isImplicit;
    Header header;
    if (!readHeader(header, isImplicit))
        return false;
    if (header.group == kMarkGroup)
        return stepOverMark(header);
    if (m_levels.empty() && header.group == 0x7FE0)
        return false;
    if (opensSequence(header, isImplicit)) {
        // The content of an unknown VR is always implicit (PS3.5 6.2.2 note 2).
        openLevel(header, false, isImplicit || header.vr == "UN");
        return true;
    }
    return m_file.seek(m_file.pos() + header.length) && !m_file.atEnd();
}

bool ElementWalker::stepOverMark(const Header &header)
{
    if (header.element == kItem)
        openLevel(header, true, m_levels.empty() ? m_isImplicit : m_levels.back().isImplicit);
    else if (header.element == kItemEnd || header.element == kSequenceEnd)
        closeDelimited(header.element == kItemEnd);
    return true;
}

bool ElementWalker::opensSequence(const Header &header, bool isImplicit)
{
    if (header.vr == "SQ" || header.length == kUndefinedLength)
        return true;
    if (!isImplicit || header.length < 8)
        return false;
    // Without a VR a sequence of known length is known by the item it begins with.
    const QByteArray mark = m_file.peek(4);
    return mark == (m_isBigEndian ? QByteArray("\xFF\xFE\xE0\x00", 4) : QByteArray("\xFE\xFF\x00\xE0", 4));
}

void ElementWalker::openLevel(const Header &header, bool isItem, bool isImplicit)
{
    const qint64 end = header.length == kUndefinedLength ? -1 : m_file.pos() + header.length;
    m_levels.push_back({.end = end, .isItem = isItem, .isImplicit = isImplicit});
}

void ElementWalker::closeFinishedLevels()
{
    while (!m_levels.empty() && m_levels.back().end >= 0 && m_file.pos() >= m_levels.back().end)
        m_levels.pop_back();
}

void ElementWalker::closeDelimited(bool isItem)
{
    if (!m_levels.empty() && m_levels.back().isItem == isItem)
        m_levels.pop_back();
}

bool ElementWalker::readMetaInformation()
{
    const QByteArray uidOfDataset = [this] {
        QByteArray uid;
        Header header;
        while (m_file.peek(2) == QByteArray("\x02\x00", 2) && readHeader(header, false)) {
            const qint64 next = m_file.pos() + header.length;
            if (header.element == 0x0010 && header.length <= 64)
                uid = m_file.peek(header.length);
            if (!m_file.seek(next))
                break;
        }
        return uid;
    }();
    applyTransferSyntax(uidOfDataset);
    return !m_file.atEnd();
}

void ElementWalker::applyTransferSyntax(const QByteArray &uid)
{
    const QByteArray name = uid.left(uid.indexOf('\0')).trimmed();
    m_isBigEndian = name == "1.2.840.10008.1.2.2";
    m_isDeflated = name == "1.2.840.10008.1.2.1.99";
    // A file may lie about it or not say it: two letters where the VR stands decide, as in the toolkit.
    m_isImplicit = !isVr(m_file.peek(6).mid(4));
}

bool ElementWalker::readHeader(Header &header, bool isImplicit)
{
    bool isOk = true;
    header = {.group = read16(isOk), .element = read16(isOk), .vr = {}, .length = 0};
    return isOk && readLength(header, isImplicit || header.group == kMarkGroup);
}

bool ElementWalker::readLength(Header &header, bool isImplicit)
{
    bool isOk = true;
    if (!isImplicit) {
        header.vr = m_file.read(2);
        if (!isVr(header.vr))
            return false;
        if (!hasLongLength(header.vr)) {
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
    const QByteArray bytes = m_file.read(2);
    isOk = isOk && bytes.size() == 2;
    if (!isOk)
        return 0;
    return m_isBigEndian ? qFromBigEndian<quint16>(bytes.constData())
                         : qFromLittleEndian<quint16>(bytes.constData());
}

quint32 ElementWalker::read32(bool &isOk)
{
    const QByteArray bytes = m_file.read(4);
    isOk = isOk && bytes.size() == 4;
    if (!isOk)
        return 0;
    return m_isBigEndian ? qFromBigEndian<quint32>(bytes.constData())
                         : qFromLittleEndian<quint32>(bytes.constData());
}

} // namespace simiao::dicom
