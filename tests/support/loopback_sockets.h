#pragma once

#include <QtGlobal>

namespace simiao::test {

enum class Loopback { V4, V6 };

/// A socket that listens on a free port of the loopback; the caller closes it. \param port  gets the port
int listeningSocket(quint16 &port);

/// A socket to a port of the loopback, without delay for small writes; the caller closes it. Where nobody listens there, the first use
/// says so.
int socketTo(quint16 port, Loopback loopback = Loopback::V4);

} // namespace simiao::test
