#include "integration/dimse/listener.h"

#include "core/try.h"
#include "integration/dimse/first_pdu.h"
#include "integration/dimse/services.h"

#include <QHostAddress>

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

namespace simiao::dimse {

using namespace Qt::StringLiterals;

namespace {

constexpr int kBacklog = 16;
constexpr int kLookUpMs = 100;

Error notHad(const ListeningPlace &place)
{
    return {.kind = ErrorKind::Unavailable,
            .code = u"archive.listener"_s,
            .detail = u"%1:%2: %3"_s.arg(place.address)
                          .arg(place.port)
                          .arg(QString::fromLocal8Bit(std::strerror(errno)))};
}

struct Bound
{
    int socket;
    quint16 port;
};

/// As the system wants it.
struct Address
{
    sockaddr_storage bytes{};
    socklen_t size = sizeof bytes;

    sockaddr *raw() { return reinterpret_cast<sockaddr *>(&bytes); }
    quint16 port() const
    {
        return ntohs(bytes.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(bytes).sin6_port
                                                 : reinterpret_cast<const sockaddr_in &>(bytes).sin_port);
    }
};

/// \returns nothing where it is no address
std::optional<Address> addressOf(const ListeningPlace &place)
{
    const QHostAddress host(place.address);
    Address address;
    if (host.protocol() == QAbstractSocket::IPv4Protocol) {
        sockaddr_in v4{};
        v4.sin_family = AF_INET;
        v4.sin_port = htons(place.port);
        v4.sin_addr.s_addr = htonl(host.toIPv4Address());
        std::memcpy(&address.bytes, &v4, address.size = sizeof v4);
        return address;
    }
    if (host.protocol() != QAbstractSocket::IPv6Protocol)
        return std::nullopt;
    sockaddr_in6 v6{};
    const auto bytes = host.toIPv6Address();
    v6.sin6_family = AF_INET6;
    v6.sin6_port = htons(place.port);
    v6.sin6_scope_id = ::if_nametoindex(host.scopeId().toLatin1().constData());
    std::memcpy(&v6.sin6_addr, &bytes, sizeof v6.sin6_addr);
    std::memcpy(&address.bytes, &v6, address.size = sizeof v6);
    return address;
}

bool setUp(int socket, Address &address)
{
    const int on = 1;
    const int off = 0;
    const bool isV6 = address.bytes.ss_family == AF_INET6;
    // [::] takes who calls over IPv4 too, whatever the system's habit is.
    return socket >= 0 && ::setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &on, sizeof on) == 0
        && (!isV6 || ::setsockopt(socket, IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off) == 0)
        && ::bind(socket, address.raw(), address.size) == 0 && ::listen(socket, kBacklog) == 0
        && ::getsockname(socket, address.raw(), &address.size) == 0;
}

Result<Bound> bound(const ListeningPlace &place)
{
    auto address = addressOf(place);
    if (!address)
        return Error{.kind = ErrorKind::Invalid,
                     .code = u"archive.listener"_s,
                     .detail = place.address.isEmpty() ? u"dicom.listen is not set"_s
                                                       : u"%1 is no address"_s.arg(place.address)};
    const int socket = ::socket(address->bytes.ss_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (!setUp(socket, *address)) {
        const auto error = notHad(place);
        if (socket >= 0)
            ::close(socket);
        return error;
    }
    return Bound{socket, address->port()};
}

/// The caller's address, without his port.
QByteArray callerOf(int socket)
{
    Address address;
    if (::getpeername(socket, address.raw(), &address.size) != 0)
        return {};
    if (address.bytes.ss_family == AF_INET6) {
        const auto &v6 = reinterpret_cast<const sockaddr_in6 &>(address.bytes);
        return {reinterpret_cast<const char *>(&v6.sin6_addr), sizeof v6.sin6_addr};
    }
    const auto &v4 = reinterpret_cast<const sockaddr_in &>(address.bytes);
    return {reinterpret_cast<const char *>(&v4.sin_addr), sizeof v4.sin_addr};
}

Result<void> answerEcho(Association &association, const Message &message)
{
    return association.send(message.context,
                            {.field = CommandField::CEchoRsp,
                             .messageId = message.command.messageId,
                             .sopClass = kVerification,
                             .status = 0});
}

} // namespace

Result<std::unique_ptr<Listener>> Listener::create(const ListeningPlace &place,
                                                   Acceptance acceptance,
                                                   Answering answering,
                                                   std::stop_token stop)
{
    TRY(const auto had, bound(place));
    auto listener = std::unique_ptr<Listener>(
        new Listener(had.socket, had.port, std::move(acceptance), std::move(answering)));
    listener->m_onStop.emplace(std::move(stop),
                               [source = listener->m_stop]() mutable { source.request_stop(); });
    return listener;
}

Listener::Listener(int socket, quint16 port, Acceptance acceptance, Answering answering)
    : m_socket(socket)
    , m_port(port)
    , m_answering(std::move(answering))
    , m_acceptance(std::move(acceptance))
    , m_listening([this] { listen(m_stop.get_token()); })
{
}

Listener::~Listener()
{
    finish();
    ::close(m_socket);
}

std::optional<Error> Listener::finish()
{
    m_onStop.reset();
    m_stop.request_stop();
    if (m_listening.joinable())
        m_listening.join();
    m_calls.clear(); // joins them
    return lastFault();
}

void Listener::accept(Acceptance acceptance)
{
    const std::scoped_lock lock(m_mutex);
    m_acceptance = std::move(acceptance);
}

Acceptance Listener::acceptance() const
{
    const std::scoped_lock lock(m_mutex);
    return m_acceptance;
}

std::optional<Error> Listener::lastFault() const
{
    const std::scoped_lock lock(m_mutex);
    return m_lastFault;
}

void Listener::listen(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd waiting{.fd = m_socket, .events = POLLIN, .revents = 0};
        if (::poll(&waiting, 1, kLookUpMs) <= 0)
            continue;
        const int socket = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (socket < 0)
            continue;
        m_calls.remove_if([](const Call &call) { return call.isOver.load(); });
        const auto address = callerOf(socket);
        // Whoever calls too often keeps the door open for others.
        if (m_calls.size() >= kMostCalls
            || std::ranges::count(m_calls, address, &Call::address) >= kMostOfOne) {
            ::close(socket);
            continue;
        }
        auto &call = m_calls.emplace_back();
        call.address = address;
        call.thread = std::jthread([this, socket, stop, &call] {
            const auto fault = serve(socket, stop);
            {
                // That we ended it ourselves says nothing.
                const std::scoped_lock lock(m_mutex);
                m_lastFault = fault && fault->kind != ErrorKind::Cancelled ? fault : m_lastFault;
            }
            call.isOver = true;
        });
    }
}

std::optional<Error> Listener::serve(int socket, const std::stop_token &stop)
{
    // The toolkit takes one call at a time: who says nothing must not keep the others waiting.
    if (auto called = awaitFirstPdu(socket, acceptance().patience.connecting, stop); !called) {
        ::close(socket);
        return called.error();
    }
    auto association = Association::accept(socket, acceptance(), stop);
    if (!association)
        return association.error();
    while (true) {
        auto message = (*association)->receive();
        if (!message)
            return message.error();
        if (!*message)
            return std::nullopt;
        const auto &asked = **message;
        const bool isEcho = asked.command.field == CommandField::CEchoRq;
        const auto answered = isEcho ? answerEcho(**association, asked) : m_answering(**association, asked);
        if (!answered)
            return answered.error();
    }
}

Error withLastFault(Error error, const std::optional<Error> &fault)
{
    if (fault)
        error.detail += u"; a call of the archive ended by %1: %2"_s.arg(fault->code, fault->detail);
    return error;
}

} // namespace simiao::dimse
