#pragma once

#include "server_line.h"
#include "workflow/ports/unit_of_work.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <thread>

class QObject;

namespace simiao::postgresql {

/// Commands that were sent and not answered. What became of each is asked beside the work of the desk, on a connection of its own that is
/// there only meanwhile, from the moment the server can be reached again. One that was not stored is settled as never to be stored:
/// what still travels, or waits in a server that hangs, is refused when it arrives.
class UnansweredCommands
{
public:
    /// \param receipt  what the command stored; nothing: it was not stored and never will be
    using Tell = std::function<void(Uuid command, const std::optional<workflow::Receipt> &receipt)>;

    /// \param tell  called on the thread of `home`, as long as this lives
    UnansweredCommands(ServerSetup setup, ServerLine::WhenOpen whenOpen, QObject *home, Tell tell);
    UnansweredCommands(const UnansweredCommands &) = delete;
    UnansweredCommands &operator=(const UnansweredCommands &) = delete;
    /// Waits for the question in hand, which has a deadline. What is not known then is said in the log.
    ~UnansweredCommands();

    // \thread any
    void add(Uuid command);
    /// It is given again: who gives it hears what became of it.
    void forget(Uuid command);
    /// The server answers again: it is asked now.
    void hurry();

private:
    void work(const std::stop_token &stop);
    bool settleAll(const std::stop_token &stop);
    Result<void> settle(Uuid command);
    std::optional<Uuid> next();
    void pause(const std::stop_token &stop, std::chrono::milliseconds length);

    ServerLine m_line; ///< used on m_thread
    QObject *m_home;
    std::shared_ptr<Tell> m_tell; ///< empty when this has gone
    std::mutex m_mutex;
    std::condition_variable_any m_changed;
    std::set<Uuid> m_commands; ///< guarded by m_mutex, like m_isHurried
    bool m_isHurried = false;
    std::jthread m_thread;
};

} // namespace simiao::postgresql
