#pragma once

#include <QByteArray>
#include <QMap>

namespace simiao::dicomweb {

/// A Content-Type (RFC 9110 8.3).
struct MediaType
{
    QByteArray type;                         ///< "multipart/related", in small letters
    QMap<QByteArray, QByteArray> parameters; ///< names in small letters, values without quotes
};

/// What can be read of it; an empty type for nonsense.
MediaType readMediaType(const QByteArray &header);

} // namespace simiao::dicomweb
