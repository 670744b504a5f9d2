#pragma once

#include <QByteArray>
#include <QString>

#include <mutex>
#include <thread>

namespace simiao::test {

/// Somebody else on the way to a PostgreSQL: has no TLS, and takes the password of whoever says it. Works on a thread of its own, so that
/// a test may wait for what it does to others.
class FalseServer
{
public:
    FalseServer();
    FalseServer(const FalseServer &) = delete;
    FalseServer &operator=(const FalseServer &) = delete;
    ~FalseServer();

    quint16 port() const { return m_port; }
    /// All that was said to it so far, whoever said it.
    QByteArray heard() const;

private:
    void serve(const std::stop_token &stop);
    void talkWith(int client, const std::stop_token &stop);
    QByteArray hear(int client, const std::stop_token &stop);

    quint16 m_port = 0;
    int m_socket = -1;
    mutable std::mutex m_mutex;
    QByteArray m_heard;
    std::jthread m_thread;
};

} // namespace simiao::test
