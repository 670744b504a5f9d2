#pragma once

#include <QByteArray>

namespace simiao {

/// SHA-256, 32 bytes.
/// \thread  any
QByteArray sha256(const QByteArray &bytes);

} // namespace simiao
