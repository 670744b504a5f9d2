#pragma once

#include "core/result.h"
#include "integration/http/headers.h"

#include <functional>

namespace simiao::dicomweb {

struct Part
{
    http::Headers headers;
    QByteArray body;
};

/// Reads multipart/related (RFC 2046, RFC 2387) as it comes in and hands on each part as soon as it ends. Pure: bytes in, parts out.
/// A part that tells its length is not searched for the boundary.
class MultipartReader
{
public:
    /// An error of it ends the reading.
    using OnPart = std::function<Result<void>(Part part)>;

    /// \param mostBytes  of one part
    MultipartReader(const QByteArray &boundary, qint64 mostBytes, OnPart onPart);

    /// \returns Invalid `archive.answer` with the number of the part and what is wrong in it; then it must not be fed any more
    Result<void> feed(QByteArrayView bytes);
    /// \returns Unavailable `archive.cut` where the last boundary has not come
    Result<void> finish() const;

private:
    enum class State { Preamble, Head, Body, Delimiter, Epilogue };

    /// Each takes from the front of `bytes` and says how much.
    Result<qsizetype> step(QByteArrayView bytes);
    Result<qsizetype> readPreamble(QByteArrayView bytes);
    Result<qsizetype> readHead(QByteArrayView bytes);
    Result<qsizetype> readBody(QByteArrayView bytes);
    Result<qsizetype> readMeasuredBody(QByteArrayView bytes);
    Result<qsizetype> readDelimiter(QByteArrayView bytes);
    Result<void> beginBody(QByteArrayView head);
    Result<void> endPart();
    Error wrong(const QString &what) const;

    QByteArray m_delimiter; ///< with the line break before it
    qint64 m_mostBytes;
    OnPart m_onPart;
    State m_state = State::Preamble;
    QByteArray m_text =
        QByteArrayLiteral("\r\n"); ///< of a head or a delimiter; the first boundary needs no line before it
    Part m_part;
    qint64 m_length = -1; ///< of the body as its head tells; -1: it does not
    qint64 m_parts = 0;
    qsizetype m_lastSize = 0;
};

} // namespace simiao::dicomweb
