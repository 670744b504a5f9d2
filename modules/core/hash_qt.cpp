#include "core/hash.h"

#include <QCryptographicHash>

namespace simiao {

// Where OpenSSL is not at hand (Windows): same bytes, a seventh of the speed.
QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace simiao
