#pragma once

#include <QtGlobal>

namespace simiao::test {

/// A TCP port of the loopback on which nobody listens, this process's own until it ends, also while its server is down.
/// It lies below the ports that systems lend to connections, and a lock file keeps it from other tests that look for one.
/// \returns 0 where there is none
quint16 freePort();

/// Whether somebody takes connections at this port of the loopback, asked for 200 ms.
bool isListening(quint16 port);

} // namespace simiao::test
