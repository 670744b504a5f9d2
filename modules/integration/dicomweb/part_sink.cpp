#include "integration/dicomweb/part_sink.h"

#include "integration/dicomweb/media_type.h"

namespace simiao::dicomweb {

using namespace Qt::StringLiterals;

namespace {

/// Of one part: the longest that a QByteArray of one object may sensibly be.
constexpr qint64 kMostOfPart = qint64{2} << 30;

} // namespace

Result<void> PartSink::begin(const http::Response &head)
{
    m_isEmpty = head.status == 204;
    const auto type = readMediaType(http::valueOf(head.headers, "Content-Type"));
    const auto boundary = type.parameters.value("boundary");
    if (m_isEmpty)
        return ok();
    // RFC 2046 5.1.1: at most 70 characters.
    if (type.type != "multipart/related" || boundary.isEmpty() || boundary.size() > 70)
        return Error{ErrorKind::Invalid, u"archive.answer"_s, u"Content-Type"_s};
    m_reader.emplace(boundary, kMostOfPart,
                     [receiver = m_receiver](Part part) { return receiver->receive(std::move(part)); });
    return ok();
}

Result<void> PartSink::take(QByteArrayView piece)
{
    return m_reader ? m_reader->feed(piece) : ok();
}

Result<void> PartSink::end() const
{
    return m_reader ? m_reader->finish() : ok();
}

} // namespace simiao::dicomweb
