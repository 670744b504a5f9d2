#include "integration/dimse/watched_connection.h"

#include <dcmtk/dcmtls/tlscond.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>
#include <utility>

namespace simiao::dimse {

namespace {

void switchOn(int socket, int option)
{
    const int on = 1;
    ::setsockopt(socket, IPPROTO_TCP, option, &on, sizeof on);
}

/// A peer that waits for our acknowledgement before its next small segment (Nagle) gets it now instead of 40 ms later. Linux
/// forgets the wish after a while, so it is said again.
void acknowledgeAtOnce(int socket)
{
#ifdef TCP_QUICKACK
    switchOn(socket, TCP_QUICKACK);
#else
    Q_UNUSED(socket)
#endif
}

/// A peer that refuses us, or that we refuse, says so by an alert; a network says nothing.
bool isCut(const OFCondition &handshake)
{
    return handshake == DCMTLS_EC_OpenSSLIOError || handshake == DCMTLS_EC_TLSConnectionClosedByPeer
        || handshake == DCMTLS_EC_TLSUnexpectedEofWhileReading;
}

/// The toolkit calls again, for ever, where errno says that a signal came between: it must not find that of long ago.
ssize_t ended()
{
    errno = ECONNABORTED;
    return -1;
}

} // namespace

WatchedConnection::WatchedConnection(std::unique_ptr<DcmTransportConnection> inner,
                                     DcmNativeSocketType socket,
                                     std::shared_ptr<SocketGuard> guard,
                                     std::shared_ptr<WireFacts> facts)
    : DcmTransportConnection(socket)
    , m_inner(std::move(inner))
    , m_guard(std::move(guard))
    , m_facts(std::move(facts))
{
    // The toolkit does so only where the environment of the process says TCP_NODELAY=1.
    switchOn(socket, TCP_NODELAY);
    acknowledgeAtOnce(socket);
    m_facts->wasConnected = true;
    // A handshake asks nobody whether it is over already.
    if (!m_guard->watch(socket))
        ::shutdown(socket, SHUT_RDWR);
    m_facts->onConnection();
}

OFCondition WatchedConnection::noted(const OFCondition &handshake)
{
    if (handshake.bad())
        m_facts->handshakeFault = QString::fromLatin1(handshake.text());
    m_facts->isHandshakeCut = handshake.bad() && isCut(handshake);
    return handshake;
}

OFCondition WatchedConnection::serverSideHandshake()
{
    return noted(m_inner->serverSideHandshake());
}

OFCondition WatchedConnection::clientSideHandshake()
{
    return noted(m_inner->clientSideHandshake());
}

OFCondition WatchedConnection::renegotiate(const char *newSuite)
{
    return m_inner->renegotiate(newSuite);
}

ssize_t WatchedConnection::read(void *buffer, size_t size)
{
    if (m_guard->isOver())
        return ended();
    errno = 0; // TLS leaves what an earlier call wrote there
    const auto got = m_inner->read(buffer, size);
    const int reason = errno;
    acknowledgeAtOnce(getSocket());
    errno = reason;
    if (got <= 0)
        return got;
    const auto before = m_meter.begun();
    if (!m_meter.take({static_cast<const std::byte *>(buffer), std::size_t(got)})) {
        m_facts->isTooLong = true;
        return ended();
    }
    // Only a unit that has begun counts as progress: a peer that drips bytes into one must not hold us for ever.
    if (m_meter.begun() != before)
        m_guard->renew();
    return got;
}

ssize_t WatchedConnection::write(void *buffer, size_t size)
{
    if (m_guard->isOver())
        return ended();
    errno = 0;
    const auto written = m_inner->write(buffer, size);
    if (written > 0)
        m_guard->renew();
    return written;
}

void WatchedConnection::close()
{
    m_inner->close();
}

void WatchedConnection::closeTransportConnection()
{
    m_inner->closeTransportConnection();
}

unsigned long WatchedConnection::getPeerCertificateLength()
{
    return m_inner->getPeerCertificateLength();
}

unsigned long WatchedConnection::getPeerCertificate(void *buffer, unsigned long size)
{
    return m_inner->getPeerCertificate(buffer, size);
}

OFBool WatchedConnection::networkDataAvailable(int timeout)
{
    // Below zero the toolkit would wait for ever, and it computes such times when it is late.
    return !m_guard->isOver() && m_inner->networkDataAvailable(std::max(timeout, 0));
}

OFBool WatchedConnection::isTransparentConnection()
{
    return m_inner->isTransparentConnection();
}

OFString &WatchedConnection::dumpConnectionParameters(OFString &text)
{
    return m_inner->dumpConnectionParameters(text);
}

} // namespace simiao::dimse
