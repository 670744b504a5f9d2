#include "socket_wait.h"

#include <winsock2.h>

namespace simiao::postgresql {

Readiness waitForSocket(int socket, bool alsoWrite, int milliseconds)
{
    WSAPOLLFD watched{SOCKET(socket), SHORT(POLLRDNORM | (alsoWrite ? POLLWRNORM : 0)), 0};
    const int ready = WSAPoll(&watched, 1, milliseconds);
    if (ready > 0)
        return Readiness::Ready;
    return ready == 0 ? Readiness::TimedOut : Readiness::Failed;
}

void cutSocket(int socket)
{
    ::shutdown(SOCKET(socket), SD_BOTH);
}

} // namespace simiao::postgresql
