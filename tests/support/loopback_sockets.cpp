#include "support/loopback_sockets.h"

#include <arpa/inet.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

namespace simiao::test {

namespace {

constexpr int kBacklog = 128;

sockaddr_in loopback(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    return address;
}

} // namespace

int listeningSocket(quint16 &port)
{
    const int made = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto address = loopback(0);
    socklen_t size = sizeof address;
    auto *raw = reinterpret_cast<sockaddr *>(&address);
    ::bind(made, raw, size);
    ::listen(made, kBacklog);
    ::getsockname(made, raw, &size);
    port = ntohs(address.sin_port);
    return made;
}

int socketTo(quint16 port, Loopback family)
{
    const bool isV6 = family == Loopback::V6;
    const int made = ::socket(isV6 ? AF_INET6 : AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    auto v4 = loopback(port);
    sockaddr_in6 v6{};
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(port);
    v6.sin6_addr = in6addr_loopback;
    if (isV6)
        ::connect(made, reinterpret_cast<sockaddr *>(&v6), sizeof v6);
    else
        ::connect(made, reinterpret_cast<sockaddr *>(&v4), sizeof v4);
    const int on = 1;
    ::setsockopt(made, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    return made;
}

} // namespace simiao::test
