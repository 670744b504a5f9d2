#pragma once

#include "server_line.h"
#include "unanswered_file.h"
#include "workflow/ports/unit_of_work.h"

#include <chrono>
#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>

class QObject;

namespace simiao::postgresql {

/// Commands that were sent and not answered, also by the program before this one. What became of each is asked beside the work of the
/// desk, on a connection of its own that is there only meanwhile, from the moment the server can be reached again. One that was not
/// stored is settled as never to be stored: what still travels, or waits in a server that hangs, is refused when it arrives.
class UnansweredCommands
{
public:
    using Saves = std::vector<workflow::UnansweredSave>;
    /// \param receipt  what has been found stored just now
    using Tell = std::function<void(const Saves &saves, const std::optional<workflow::Receipt> &receipt)>;

    /// \param tell  called on the thread of `home` with every change, as long as this lives
    UnansweredCommands(ServerSetup setup,
                       ServerLine::WhenOpen whenOpen,
                       UnansweredFile file,
                       QObject *home,
                       Tell tell);
    UnansweredCommands(const UnansweredCommands &) = delete;
    UnansweredCommands &operator=(const UnansweredCommands &) = delete;
    /// Waits for the question in hand, which has a deadline. What is not known then is said in the log, and asked by the next start.
    ~UnansweredCommands();

    // \thread  that of the store's commits
    /// It is sent now. One that is given again is not asked for meanwhile: who gives it hears what became of it.
    void begin(const workflow::UnitOfWork &work);
    /// The server has answered.
    void end();
    /// There was no answer. It is on the disk when this returns.
    void add(const workflow::UnitOfWork &work);

    // \thread  any
    /// The person knows what became of it.
    void acknowledge(Uuid command);
    /// The server answers again: it is asked now.
    void hurry();

private:
    void work(const std::stop_token &stop);
    bool settleAll(const std::stop_token &stop);
    Result<void> settle(Uuid command);
    std::optional<Uuid> next();
    bool hasWaiting() const;
    void pause(const std::stop_token &stop, std::chrono::milliseconds length);
    void keep();
    void tell(std::optional<workflow::Receipt> receipt = {});

    ServerLine m_line; ///< used on m_thread
    QObject *m_home;
    std::shared_ptr<Tell> m_tell; ///< empty when this has gone
    const UnansweredFile m_file;
    std::mutex m_fileMutex; ///< taken before m_mutex: what is written last is the latest
    std::mutex m_mutex;     ///< of what follows
    std::condition_variable_any m_changed;
    Saves m_saves;
    bool m_isHurried = false;
    bool m_isToBeKept = false; ///< the file is behind
    std::jthread m_thread;
};

} // namespace simiao::postgresql
