#include "integration/dimse/socket_guard.h"

#include <sys/socket.h>
#include <unistd.h>

namespace simiao::dimse {

SocketGuard::SocketGuard(std::stop_token stop, std::chrono::milliseconds patience)
    : m_patience(patience)
    , m_deadline(Clock::now() + patience)
    , m_onStop(std::move(stop), [this] { end(Verdict::Stopped); })
    , m_clock([this](const std::stop_token &over) { waitForDeadline(over); })
{
}

SocketGuard::~SocketGuard()
{
    m_clock.request_stop();
    m_clock.join();
    const std::scoped_lock lock(m_mutex);
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = -1;
}

bool SocketGuard::watch(int socket)
{
    const std::scoped_lock lock(m_mutex);
    if (m_socket >= 0)
        ::close(m_socket);
    m_socket = ::dup(socket);
    return m_socket >= 0 && m_verdict == Verdict::None;
}

void SocketGuard::renew(std::chrono::milliseconds patience)
{
    const std::scoped_lock lock(m_mutex);
    m_patience = patience;
    m_deadline = Clock::now() + patience;
    m_changed.notify_all();
}

void SocketGuard::renew()
{
    const std::scoped_lock lock(m_mutex);
    m_deadline = Clock::now() + m_patience;
}

SocketGuard::Verdict SocketGuard::verdict() const
{
    const std::scoped_lock lock(m_mutex);
    return m_verdict;
}

void SocketGuard::end(Verdict verdict)
{
    const std::scoped_lock lock(m_mutex);
    if (m_verdict == Verdict::None)
        m_verdict = verdict;
    if (m_socket >= 0)
        ::shutdown(m_socket, SHUT_RDWR);
}

void SocketGuard::waitForDeadline(const std::stop_token &over)
{
    std::unique_lock lock(m_mutex);
    // A deadline that was put off while this slept is seen when it wakes; one that was brought forward wakes it.
    while (!over.stop_requested() && Clock::now() < m_deadline) {
        const auto until = m_deadline;
        m_changed.wait_until(lock, over, until, [&] { return m_deadline < until; });
    }
    if (over.stop_requested())
        return;
    lock.unlock();
    end(Verdict::Silent);
}

} // namespace simiao::dimse
