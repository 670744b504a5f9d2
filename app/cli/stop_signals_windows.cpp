#include "cli/stop_signals.h"

#include <windows.h>

#include <atomic>

namespace simiao::cli {

namespace {

std::atomic<const std::function<bool()> *> asked{nullptr};

/// On a thread of the system's own. The second time the program is ended as it is without us.
BOOL WINAPI pass(DWORD)
{
    const auto *stop = asked.load();
    return stop && (*stop)() ? TRUE : FALSE;
}

} // namespace

/// The console's handler.
class StopSignals::Listening
{
public:
    Listening(std::stop_source &stop, std::function<void()> told)
        : m_stop([&stop, told = std::move(told)] {
            if (!stop.request_stop())
                return false;
            told();
            return true;
        })
    {
        asked = &m_stop;
        SetConsoleCtrlHandler(pass, TRUE);
    }
    Listening(const Listening &) = delete;
    Listening &operator=(const Listening &) = delete;
    ~Listening()
    {
        SetConsoleCtrlHandler(pass, FALSE);
        asked = nullptr;
    }

private:
    std::function<bool()> m_stop;
};

StopSignals::StopSignals(std::function<void()> told)
    : m_listening(std::make_unique<Listening>(m_stop, std::move(told)))
{
}

StopSignals::~StopSignals() = default;

} // namespace simiao::cli
