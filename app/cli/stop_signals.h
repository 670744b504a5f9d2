#pragma once

#include <functional>
#include <memory>
#include <stop_token>

namespace simiao::cli {

/// While it lives, Ctrl+C and the signal that ends a program (SIGINT, SIGTERM, SIGHUP) ask the work under way to stop and take back what it has made;
/// the second one ends the program at once.
/// \thread  the main thread; one at a time
class StopSignals
{
public:
    /// \param told  on another thread, when the first signal has come
    explicit StopSignals(std::function<void()> told);
    StopSignals(const StopSignals &) = delete;
    StopSignals &operator=(const StopSignals &) = delete;
    ~StopSignals();

    std::stop_token token() const { return m_stop.get_token(); }

private:
    class Listening;

    std::stop_source m_stop;
    std::unique_ptr<Listening> m_listening;
};

} // namespace simiao::cli
