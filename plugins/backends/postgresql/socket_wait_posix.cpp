#include "socket_wait.h"

#include <poll.h>
#include <sys/socket.h>

#include <cerrno>

namespace simiao::postgresql {

Readiness waitForSocket(int socket, bool alsoWrite, int milliseconds)
{
    pollfd watched{socket, short(POLLIN | (alsoWrite ? POLLOUT : 0)), 0};
    const int ready = ::poll(&watched, 1, milliseconds);
    if (ready > 0 || (ready < 0 && errno == EINTR))
        return Readiness::Ready; // a signal: who asked looks and comes again
    return ready == 0 ? Readiness::TimedOut : Readiness::Failed;
}

void cutSocket(int socket)
{
    ::shutdown(socket, SHUT_RDWR);
}

} // namespace simiao::postgresql
