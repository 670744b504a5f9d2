#include "support/false_server.h"

#include "support/loopback_sockets.h"

#include <QtEndian>

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>

namespace simiao::test {

namespace {

// PostgreSQL manual, "Message Formats".
constexpr quint32 kSslRequest = 80'877'103;
constexpr quint32 kGssEncRequest = 80'877'104;
constexpr std::array<char, 9> kSayYourPassword{'R', 0, 0, 0, 8, 0, 0, 0, 3};
constexpr int kLookUpMs = 20;

bool asksForSecrecy(const QByteArray &message)
{
    if (message.size() < 8)
        return false;
    const auto code = qFromBigEndian<quint32>(message.constData() + 4);
    return code == kSslRequest || code == kGssEncRequest;
}

bool hasSomething(int socket)
{
    pollfd waiting{socket, POLLIN, 0};
    return ::poll(&waiting, 1, kLookUpMs) > 0;
}

} // namespace

FalseServer::FalseServer()
    : m_socket(listeningSocket(m_port))
    , m_thread([this](const std::stop_token &stop) { serve(stop); })
{
}

FalseServer::~FalseServer()
{
    m_thread.request_stop();
    m_thread.join();
    ::close(m_socket);
}

QByteArray FalseServer::heard() const
{
    const std::lock_guard guard(m_mutex);
    return m_heard;
}

void FalseServer::serve(const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!hasSomething(m_socket))
            continue;
        const int client = ::accept(m_socket, nullptr, nullptr);
        talkWith(client, stop);
        ::close(client);
    }
}

void FalseServer::talkWith(int client, const std::stop_token &stop)
{
    auto message = hear(client, stop);
    while (asksForSecrecy(message)) {
        ::send(client, "N", 1, MSG_NOSIGNAL);
        message = hear(client, stop);
    }
    if (message.isEmpty())
        return;
    ::send(client, kSayYourPassword.data(), kSayYourPassword.size(), MSG_NOSIGNAL);
    hear(client, stop);
}

/// Empty where the other has gone.
QByteArray FalseServer::hear(int client, const std::stop_token &stop)
{
    while (!stop.stop_requested()) {
        if (!hasSomething(client))
            continue;
        std::array<char, 4096> bytes{};
        const auto length = ::recv(client, bytes.data(), bytes.size(), 0);
        const QByteArray message(bytes.data(), qMax(length, ssize_t(0)));
        const std::lock_guard guard(m_mutex);
        m_heard += message;
        return message;
    }
    return {};
}

} // namespace simiao::test
