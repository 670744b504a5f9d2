#include "integration/dicomweb/multipart_reader.h"

#include "core/try.h"

#include <QList>

#include <algorithm>

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kMostText = 16 * 1024;
/// Memory is taken beforehand for a length that is only claimed up to here.
constexpr qint64 kMostReserve = 16 * 1024 * 1024;
/// Where the end must be searched for, so much at a time: what lies behind it was copied for nothing.
constexpr qsizetype kSearchStep = 64 * 1024;

} // namespace

MultipartReader::MultipartReader(const QByteArray &boundary, qint64 mostBytes, OnPart onPart)
    : m_delimiter("\r\n--" + boundary)
    , m_mostBytes(mostBytes)
    , m_onPart(std::move(onPart))
{
}

Error MultipartReader::wrong(const QString &what) const
{
    return {ErrorKind::Invalid, u"archive.answer"_s, u"part %1: %2"_s.arg(m_parts + 1).arg(what)};
}

Result<void> MultipartReader::feed(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        TRY(const auto taken, step(bytes));
        bytes = bytes.sliced(taken);
    }
    return ok();
}

Result<void> MultipartReader::finish() const
{
    if (m_state == State::Epilogue)
        return ok();
    return Error{ErrorKind::Unavailable, u"archive.cut"_s, u"part %1"_s.arg(m_parts + 1)};
}

Result<qsizetype> MultipartReader::step(QByteArrayView bytes)
{
    switch (m_state) {
    case State::Preamble: return readPreamble(bytes);
    case State::Head: return readHead(bytes);
    case State::Body: return m_length >= 0 ? readMeasuredBody(bytes) : readBody(bytes);
    case State::Delimiter: return readDelimiter(bytes);
    case State::Epilogue: break;
    }
    return bytes.size();
}

Result<qsizetype> MultipartReader::readPreamble(QByteArrayView bytes)
{
    const auto before = m_text.size();
    m_text += bytes.first(std::min(bytes.size(), kMostText - before));
    const auto found = m_text.indexOf(m_delimiter);
    if (found < 0) {
        if (m_text.size() == kMostText)
            return wrong(u"no boundary"_s);
        return bytes.size();
    }
    const auto taken = found + m_delimiter.size() - before;
    m_text.clear();
    m_state = State::Head;
    return qsizetype(taken);
}

Result<qsizetype> MultipartReader::readHead(QByteArrayView bytes)
{
    const auto before = m_text.size();
    m_text += bytes.first(std::min(bytes.size(), kMostText - before));
    if (m_text.startsWith("--")) {
        m_state = State::Epilogue;
        return bytes.size();
    }
    const auto end = m_text.indexOf("\r\n\r\n");
    if (end < 0) {
        if (m_text.size() == kMostText)
            return wrong(u"its head is too long"_s);
        return bytes.size();
    }
    const auto head = m_text.first(end);
    m_text.clear();
    TRY_VOID(beginBody(head));
    return qsizetype(end + 4 - before);
}

Result<void> MultipartReader::beginBody(QByteArrayView head)
{
    const auto lines = head.toByteArray().split('\n');
    if (!lines.first().trimmed().isEmpty()) // the rest of the boundary's line
        return wrong(u"text behind its boundary"_s);
    for (const auto &line : lines.mid(1)) {
        if (!http::appendLine(m_part.headers, line))
            return wrong(u"a line of its head is none"_s);
    }
    m_length = -1;
    if (const auto told = http::valueOf(m_part.headers, "Content-Length"); !told.isEmpty()) {
        bool isNumber = false;
        m_length = told.toLongLong(&isNumber);
        if (!isNumber || m_length < 0)
            return wrong(u"its length is none"_s);
        if (m_length > m_mostBytes)
            return wrong(u"it is too long"_s);
    }
    const qint64 likely = m_length >= 0 ? m_length : m_lastSize + kSearchStep;
    m_part.body.reserve(static_cast<qsizetype>(std::min(likely, kMostReserve)));
    m_state = m_length == 0 ? State::Delimiter : State::Body;
    return ok();
}

Result<qsizetype> MultipartReader::readMeasuredBody(QByteArrayView bytes)
{
    const auto taken = std::min<qint64>(bytes.size(), m_length - m_part.body.size());
    m_part.body += bytes.first(static_cast<qsizetype>(taken));
    if (m_part.body.size() == m_length)
        m_state = State::Delimiter;
    return static_cast<qsizetype>(taken);
}

Result<qsizetype> MultipartReader::readDelimiter(QByteArrayView bytes)
{
    const auto taken = std::min(bytes.size(), m_delimiter.size() - m_text.size());
    m_text += bytes.first(taken);
    if (!m_delimiter.startsWith(m_text))
        return wrong(u"it is not as long as it tells"_s);
    if (m_text.size() == m_delimiter.size()) {
        TRY_VOID(endPart());
    }
    return taken;
}

Result<qsizetype> MultipartReader::readBody(QByteArrayView bytes)
{
    auto &body = m_part.body;
    const auto before = body.size();
    body += bytes.first(std::min(bytes.size(), kSearchStep));
    const auto from = std::max<qsizetype>(0, before - m_delimiter.size() + 1);
    const auto found = body.indexOf(m_delimiter, from);
    if ((found < 0 ? body.size() : found) > m_mostBytes + m_delimiter.size())
        return wrong(u"it is too long"_s);
    if (found < 0)
        return std::min(bytes.size(), kSearchStep);
    const auto taken = found + m_delimiter.size() - before;
    body.truncate(found);
    TRY_VOID(endPart());
    return qsizetype(taken);
}

Result<void> MultipartReader::endPart()
{
    ++m_parts;
    m_lastSize = m_part.body.size();
    m_text.clear();
    m_state = State::Head;
    return m_onPart(std::exchange(m_part, {}));
}

} // namespace simiao::dicomweb
