#pragma once

namespace simiao::postgresql {

enum class Readiness { Ready, TimedOut, Failed };

/// Waits until `socket` can be read, or written where `alsoWrite`.
/// \param milliseconds  0: looks only
Readiness waitForSocket(int socket, bool alsoWrite, int milliseconds);

/// Ends what goes on there in both directions, at once; the descriptor stays its owner's.
void cutSocket(int socket);

} // namespace simiao::postgresql
