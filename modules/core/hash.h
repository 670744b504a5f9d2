#pragma once

#include <QByteArray>
#include <QCryptographicHash>

namespace simiao {

/// SHA-256, 32 bytes.
inline QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace simiao
