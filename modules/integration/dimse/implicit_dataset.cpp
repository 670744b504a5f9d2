#include "integration/dimse/implicit_dataset.h"

#include "core/try.h"

#include <QtEndian>

#include <string_view>
#include <vector>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t kDeepest = 64;
constexpr quint32 kUndefined = 0xFFFFFFFF;
constexpr quint32 kItem = 0xFFFEE000;
constexpr quint32 kItemEnd = 0xFFFEE00D;
constexpr quint32 kSequenceEnd = 0xFFFEE0DD;

bool hasLongLength(std::string_view vr)
{
    constexpr std::string_view kLong("OB OD OF OL OV OW SQ SV UC UN UR UT UV");
    return kLong.find(vr) != std::string_view::npos;
}

class Rewriting
{
public:
    explicit Rewriting(const QByteArray &bytes)
        : m_bytes(bytes)
    {
        m_out.reserve(bytes.size());
    }

    Result<QByteArray> run()
    {
        while (true) {
            closeWhatHasEnded();
            if (m_at == m_bytes.size())
                break;
            TRY_VOID(element());
        }
        if (!m_open.empty())
            return damaged();
        return std::move(m_out);
    }

private:
    /// A sequence or an item that is open.
    struct Level
    {
        qsizetype end; ///< -1: a delimiter says where
        quint32 delimiter;
        bool isImplicit; ///< below a VR of UN without length all is (PS3.5 6.2.2)
    };

    Error damaged() const
    {
        return {.kind = ErrorKind::Corrupt,
                .code = u"imaging.file-damaged"_s,
                .detail = u"byte %1 of the data set"_s.arg(m_at)};
    }

    qsizetype end() const
    {
        return m_open.empty() || m_open.back().end < 0 ? m_bytes.size() : m_open.back().end;
    }
    bool isImplicit() const { return !m_open.empty() && m_open.back().isImplicit; }
    bool has(qint64 bytes) const { return bytes <= end() - m_at; }

    void closeWhatHasEnded()
    {
        while (!m_open.empty() && m_open.back().end == m_at) {
            write(m_open.back().delimiter, 0);
            m_open.pop_back();
        }
    }

    Result<void> element()
    {
        if (!has(8))
            return damaged();
        const char *head = m_bytes.constData() + m_at;
        const quint32 tag =
            (quint32(qFromLittleEndian<quint16>(head)) << 16) | qFromLittleEndian<quint16>(head + 2);
        const bool isMark = tag == kItem || tag == kItemEnd || tag == kSequenceEnd;
        const std::string_view vr =
            isMark || isImplicit() ? std::string_view() : std::string_view(head + 4, 2);
        if (tag == kItemEnd || tag == kSequenceEnd)
            return close(tag);
        qsizetype size = 8;
        quint32 length = 0;
        if (vr.empty()) {
            length = qFromLittleEndian<quint32>(head + 4);
        } else if (hasLongLength(vr)) {
            size = 12;
            if (!has(size))
                return damaged();
            length = qFromLittleEndian<quint32>(head + 8);
        } else {
            length = qFromLittleEndian<quint16>(head + 6);
        }
        m_at += size;
        const bool isSequence = vr == "SQ" || length == kUndefined;
        if (tag == kItem || isSequence)
            return open(tag, length, isImplicit() || vr == "UN");
        if (!has(length))
            return damaged();
        write(tag, length);
        m_out.append(m_bytes.constData() + m_at, qsizetype(length));
        m_at += qsizetype(length);
        return ok();
    }

    Result<void> open(quint32 tag, quint32 length, bool isImplicitBelow)
    {
        if (m_open.size() >= kDeepest)
            return Error{.kind = ErrorKind::Corrupt, .code = u"imaging.nesting-too-deep"_s};
        if (length != kUndefined && !has(length))
            return damaged();
        const qsizetype end = length == kUndefined ? -1 : m_at + qsizetype(length);
        m_open.push_back({end, tag == kItem ? kItemEnd : kSequenceEnd, isImplicitBelow});
        write(tag, kUndefined);
        return ok();
    }

    Result<void> close(quint32 tag)
    {
        if (m_open.empty() || m_open.back().end >= 0 || m_open.back().delimiter != tag)
            return damaged();
        m_open.pop_back();
        m_at += 8;
        write(tag, 0);
        return ok();
    }

    void write(quint32 tag, quint32 length)
    {
        char head[8];
        qToLittleEndian(quint16(tag >> 16), head);
        qToLittleEndian(quint16(tag), head + 2);
        qToLittleEndian(length, head + 4);
        m_out.append(head, sizeof head);
    }

    const QByteArray &m_bytes;
    QByteArray m_out;
    qsizetype m_at = 0;
    std::vector<Level> m_open;
};

} // namespace

Result<QByteArray> asImplicit(const QByteArray &explicitLittleEndian)
{
    return Rewriting(explicitLittleEndian).run();
}

} // namespace simiao::dimse
