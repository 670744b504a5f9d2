#include "support/byte_proxy.h"

#include "support/loopback_sockets.h"

#include <QByteArray>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <limits>
#include <optional>

namespace simiao::test {

namespace {

constexpr int kLookUpMs = 5;
constexpr qsizetype kMostWaiting = 65'536;
constexpr qint64 kAll = std::numeric_limits<qint64>::max();

using Clock = std::chrono::steady_clock;

/// One direction of one connection.
struct Stream
{
    int from;
    int to;
    QByteArray waiting = {};
    qint64 passed = 0; ///< since the fault was told
    Clock::time_point lastByte = Clock::now();
    Clock::time_point waitingSince = {};
    bool hasEnded = false; ///< nothing more comes
    bool isTold = false;   ///< and the other side knows

    bool wantsMore() const { return !hasEnded && waiting.size() < kMostWaiting; }

    /// \returns false on errors
    bool take()
    {
        QByteArray bytes(kMostWaiting, Qt::Uninitialized);
        const auto got = ::recv(from, bytes.data(), size_t(bytes.size()), MSG_DONTWAIT);
        if (waiting.isEmpty())
            waitingSince = Clock::now();
        waiting += bytes.first(std::max<qsizetype>(got, 0));
        hasEnded = got == 0 || (got < 0 && errno != EAGAIN);
        return got >= 0 || errno == EAGAIN;
    }

    /// \returns bytes that passed, -1 on errors
    qint64 give(qint64 atMost)
    {
        const auto most = size_t(std::min<qint64>(atMost, waiting.size()));
        const auto gone = most == 0 ? 0 : ::send(to, waiting.constData(), most, MSG_NOSIGNAL | MSG_DONTWAIT);
        if (gone < 0)
            return errno == EAGAIN ? 0 : -1;
        if (gone > 0)
            lastByte = Clock::now();
        waiting.remove(0, gone);
        passed += gone;
        return gone;
    }

    void tellTheEnd()
    {
        if (hasEnded && waiting.isEmpty() && !isTold)
            isTold = ::shutdown(to, SHUT_WR) == 0;
    }
};

class Connection
{
public:
    Connection(int client, int server)
        : m_streams{Stream{client, server}, Stream{server, client}}
    {
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection()
    {
        ::close(m_streams[0].from);
        ::close(m_streams[1].from);
    }

    void count(const std::array<qint64, 2> &passed)
    {
        m_streams[0].passed = passed[0];
        m_streams[1].passed = passed[1];
    }

    /// Waits a little for bytes. \returns of which end some can be taken
    std::array<bool, 2> wait(const ByteFault &fault) const
    {
        std::array<pollfd, 2> ready{};
        for (std::size_t i = 0; i < 2; ++i) {
            const bool mayGive = !m_streams[1 - i].waiting.isEmpty() && allowance(1 - i, fault) > 0;
            ready[i].events = short((m_streams[i].wantsMore() ? POLLIN : 0) | (mayGive ? POLLOUT : 0));
            // One that is asked nothing would still say over and over that it has been hung up.
            ready[i].fd = ready[i].events == 0 ? -1 : m_streams[i].from;
        }
        ::poll(ready.data(), ready.size(), kLookUpMs);
        return {m_streams[0].wantsMore() && ready[0].revents != 0,
                m_streams[1].wantsMore() && ready[1].revents != 0};
    }

    /// Passes on what it may, without waiting. \returns how many bytes to the server and to the client; nothing where the connection
    /// is over
    std::optional<std::array<qint64, 2>> pass(const std::array<bool, 2> &ready, const ByteFault &fault)
    {
        if (fault.kind == ByteFault::Kind::Cut && isReached(fault))
            return {};
        std::array<qint64, 2> passed{0, 0};
        for (std::size_t i = 0; i < 2; ++i) {
            auto &stream = m_streams[i];
            // Who is held back hears nothing of the other's end, whatever kind of end it was.
            if (ready[i] && !stream.take() && allowance(i, fault) > 0)
                return {};
            const auto most = allowance(i, fault);
            passed[i] = stream.give(most);
            if (passed[i] < 0)
                return {};
            if (most > 0)
                stream.tellTheEnd();
        }
        if (m_streams[0].isTold && m_streams[1].isTold)
            return {};
        return passed;
    }

private:
    static std::size_t indexOf(Direction direction) { return direction == Direction::ToServer ? 0 : 1; }
    bool isReached(const ByteFault &fault) const
    {
        return m_streams[indexOf(fault.direction)].passed >= fault.afterBytes;
    }

    /// How many bytes may pass now.
    qint64 allowance(std::size_t index, const ByteFault &fault) const
    {
        const auto &stream = m_streams[index];
        const bool isFaulty = index == indexOf(fault.direction);
        const bool isHeld = isReached(fault) && (isFaulty || fault.kind == ByteFault::Kind::Vanish);
        if (fault.kind == ByteFault::Kind::None || (!isFaulty && !isHeld))
            return kAll;
        if (!isHeld)
            return fault.afterBytes - stream.passed;
        if (fault.kind == ByteFault::Kind::Late) {
            const bool wasLate = stream.passed > fault.afterBytes;
            return wasLate || Clock::now() - stream.waitingSince >= fault.pause ? kAll : 0;
        }
        const bool isDue = Clock::now() - stream.lastByte >= fault.pause;
        return fault.kind == ByteFault::Kind::Trickle && isDue ? 1 : 0;
    }

    std::array<Stream, 2> m_streams;
};

} // namespace

ByteProxy::ByteProxy(quint16 server, const ByteFault &fault, Loopback loopback)
    : m_server(server)
    , m_loopback(loopback)
    , m_orders{fault}
    , m_socket(listeningSocket(m_port))
    , m_accepting([this](const std::stop_token &stop) { accept(stop); })
{
}

ByteProxy::~ByteProxy()
{
    m_accepting.request_stop();
    m_accepting.join();
    m_calls.clear(); // asks them to stop and joins them
    ::close(m_socket);
}

void ByteProxy::fail(const ByteFault &fault)
{
    const std::lock_guard lock(m_mutex);
    m_orders = {fault, m_orders.number + 1};
    m_passed = {0, 0};
}

qint64 ByteProxy::passed(Direction direction) const
{
    const std::lock_guard lock(m_mutex);
    return m_passed[direction == Direction::ToServer ? 0 : 1];
}

void ByteProxy::accept(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd ready{.fd = m_socket, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, kLookUpMs) <= 0)
            continue;
        const int client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        if (client < 0)
            continue;
        ++m_connections;
        m_calls.emplace_back([this, client](const std::stop_token &over) { serve(client, over); });
    }
}

void ByteProxy::serve(int client, const std::stop_token &stop)
{
    Connection connection(client, socketTo(m_server, m_loopback));
    Orders known;
    while (!stop.stop_requested()) {
        const auto ready = connection.wait(known.fault);
        // Passing does not wait, and is locked: when fail() has returned, nothing passes by the old orders.
        const std::lock_guard lock(m_mutex);
        if (m_orders.number != known.number)
            connection.count({0, 0});
        known = m_orders;
        if (known.fault.isOfAll)
            connection.count(m_passed);
        const auto passed = connection.pass(ready, known.fault);
        if (!passed)
            return;
        for (std::size_t i = 0; i < 2; ++i)
            m_passed[i] += (*passed)[i];
    }
}

} // namespace simiao::test
