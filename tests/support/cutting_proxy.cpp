#include "support/cutting_proxy.h"

#include "support/loopback_sockets.h"

#include <QByteArray>
#include <QtEndian>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <functional>

namespace simiao::test {

namespace {

constexpr qsizetype kHeader = 6;
constexpr int kLookUpMs = 5;

bool writeAll(int socket, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const auto written = ::send(socket, bytes.data(), size_t(bytes.size()), MSG_NOSIGNAL);
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

/// Whole PDUs at the front of `bytes`, or nothing.
qsizetype pduLength(const QByteArray &bytes)
{
    if (bytes.size() < kHeader)
        return 0;
    const auto length = kHeader + qsizetype(qFromBigEndian<quint32>(bytes.constData() + 2));
    return bytes.size() >= length ? length : 0;
}

/// One direction of one connection.
struct Stream
{
    int from;
    int to;
    QByteArray waiting = {};
    int passed = 0;
    bool isSilent = false;
};

} // namespace

CuttingProxy::CuttingProxy(quint16 server, const NetworkFault &fault)
    : m_server(server)
    , m_fault(fault)
    , m_socket(listeningSocket(m_port))
    , m_accepting([this](const std::stop_token &stop) { accept(stop); })
{
}

CuttingProxy::~CuttingProxy()
{
    m_accepting.request_stop();
    m_accepting.join();
    m_calls.clear(); // asks them to stop and joins them
    ::close(m_socket);
}

void CuttingProxy::accept(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        pollfd ready{.fd = m_socket, .events = POLLIN, .revents = 0};
        if (::poll(&ready, 1, kLookUpMs) <= 0)
            continue;
        const int client = ::accept4(m_socket, nullptr, nullptr, SOCK_CLOEXEC);
        const int number = m_connections++;
        m_calls.emplace_back(
            [this, client, number](const std::stop_token &over) { serve(client, number, over); });
    }
}

void CuttingProxy::serve(int client, int number, const std::stop_token &stop)
{
    const int server = socketTo(m_server);
    std::array streams{Stream{client, server}, Stream{server, client}};
    const int faulty = m_fault.direction == Direction::ToServer ? 0 : 1;
    const bool isSpared = m_fault.kind == NetworkFault::Kind::None || number < m_fault.fromConnection;

    // False where the connection ends.
    const std::function<bool(int)> forward = [&](int index) {
        auto &stream = streams[std::size_t(index)];
        while (!stream.isSilent) {
            const bool isDamaging = m_fault.kind == NetworkFault::Kind::Damage;
            if (!isSpared && !isDamaging && index == faulty && stream.passed >= m_fault.afterPdus) {
                if (m_fault.kind == NetworkFault::Kind::Silence) {
                    stream.isSilent = true;
                    break;
                }
                if (m_fault.kind == NetworkFault::Kind::CutPdu && !stream.waiting.isEmpty())
                    writeAll(stream.to, stream.waiting.first((stream.waiting.size() + 1) / 2));
                if (m_fault.kind == NetworkFault::Kind::Cut || !stream.waiting.isEmpty())
                    return false;
                break;
            }
            const auto length = pduLength(stream.waiting);
            if (length == 0)
                break;
            if (!isSpared && isDamaging && index == faulty && stream.passed == m_fault.afterPdus)
                stream.waiting.replace(kHeader, 4, QByteArray(4, '\0'));
            if (!writeAll(stream.to, stream.waiting.first(length)))
                return false;
            stream.waiting.remove(0, length);
            ++stream.passed;
            ++m_passed[std::size_t(index)];
        }
        return true;
    };

    bool isOpen = forward(faulty);
    while (isOpen && !stop.stop_requested()) {
        std::array ready{pollfd{.fd = client, .events = POLLIN, .revents = 0},
                         pollfd{.fd = server, .events = POLLIN, .revents = 0}};
        if (::poll(ready.data(), ready.size(), kLookUpMs) <= 0)
            continue;
        for (int i = 0; i < 2 && isOpen; ++i) {
            if (ready[std::size_t(i)].revents == 0)
                continue;
            QByteArray bytes(65536, Qt::Uninitialized);
            const auto got = ::recv(streams[std::size_t(i)].from, bytes.data(), size_t(bytes.size()), 0);
            isOpen = got > 0;
            if (isOpen) {
                streams[std::size_t(i)].waiting += bytes.first(got);
                isOpen = forward(i);
            }
        }
    }
    ::close(client);
    ::close(server);
}

} // namespace simiao::test
