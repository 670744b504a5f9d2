#include "cli/stop_signals.h"

#include <fcntl.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <thread>

namespace simiao::cli {

namespace {

constexpr std::array kSignals{SIGINT, SIGTERM, SIGHUP};

volatile std::sig_atomic_t toListener = -1;

/// Nothing else may be done in a handler.
void pass(int)
{
    static_cast<void>(::write(toListener, "s", 1));
}

} // namespace

/// The handlers, and a thread that reads what they write.
class StopSignals::Listening
{
public:
    Listening(std::stop_source &stop, std::function<void()> told)
    {
        if (::pipe2(m_pipe.data(), O_CLOEXEC) != 0)
            return; // then a signal ends the program as it did before
        toListener = m_pipe[1];
        m_thread = std::thread([this, &stop, told = std::move(told)] { listen(stop, told); });
        struct sigaction action = {};
        action.sa_handler = pass;
        action.sa_flags = int(SA_RESETHAND) | SA_RESTART;
        for (std::size_t i = 0; i < kSignals.size(); ++i) {
            ::sigaction(kSignals[i], nullptr, &m_before[i]);
            if (m_before[i].sa_handler != SIG_IGN) // nohup
                ::sigaction(kSignals[i], &action, nullptr);
        }
    }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
    ~Listening()
    {
        if (!m_thread.joinable())
            return;
        for (std::size_t i = 0; i < kSignals.size(); ++i)
            ::sigaction(kSignals[i], &m_before[i], nullptr);
        static_cast<void>(::write(m_pipe[1], "e", 1));
        m_thread.join();
        toListener = -1;
        for (const int end : m_pipe)
            ::close(end);
    }

private:
    void listen(std::stop_source &stop, const std::function<void()> &told) const
    {
        char word = 0;
        while (::read(m_pipe[0], &word, 1) == 1 && word == 's') {
            if (!stop.stop_requested())
                told();
            stop.request_stop();
        }
    }

    std::array<int, 2> m_pipe{-1, -1};
    std::array<struct sigaction, kSignals.size()> m_before{};
    std::thread m_thread;
};

StopSignals::StopSignals(std::function<void()> told)
    : m_listening(std::make_unique<Listening>(m_stop, std::move(told)))
{
}

StopSignals::~StopSignals() = default;

} // namespace simiao::cli
