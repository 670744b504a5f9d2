#pragma once

#include <chrono>
#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>

namespace simiao::dimse {

/// Ends what hangs on a connection. The toolkit blocks in the system's calls; the way out that always works is to shut the socket
/// down, which lets each of them return.
/// \thread any
class SocketGuard
{
public:
    enum class Verdict {
        None,
        Stopped, ///< somebody asked for it
        Silent,  ///< the time ran out
    };

    /// \param patience  until the first renew()
    SocketGuard(std::stop_token stop, std::chrono::milliseconds patience);
    SocketGuard(const SocketGuard &) = delete;
    SocketGuard &operator=(const SocketGuard &) = delete;
    ~SocketGuard();

    /// Watches this connection from now on, through a descriptor of its own: whoever closes the other one does no harm.
    /// \returns false where there is none to be had, or where it is over already
    bool watch(int socket);
    /// So much time again, from now.
    void renew(std::chrono::milliseconds patience);
    void renew();

    Verdict verdict() const;
    bool isOver() const { return verdict() != Verdict::None; }

private:
    using Clock = std::chrono::steady_clock;

    void end(Verdict verdict);
    void waitForDeadline(const std::stop_token &over);

    mutable std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::chrono::milliseconds m_patience;
    Clock::time_point m_deadline;
    Verdict m_verdict = Verdict::None;
    int m_socket = -1;
    // Last: they call into all of the above.
    std::stop_callback<std::function<void()>> m_onStop;
    std::jthread m_clock;
};

} // namespace simiao::dimse
