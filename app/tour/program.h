#pragma once

#include "core/json.h"
#include "tour/child_process.h"
#include "tour/interaction_gauge.h"

#include <functional>
#include <optional>

namespace simiao::tour {

/// The program a tour plays, through its lives: started, asked, closed, killed and started again on one profile.
class Program
{
public:
    struct Setup
    {
        QString profile;
        QString language;
        bool isDemo = true;
        QMap<QString, QString> environment; ///< on top of this process's own
    };
    /// What the program said to a request.
    struct Reply
    {
        bool isOk = false;
        QString detail;
    };
    /// Gets each {"saved": …} line after the commit, and {"slowTurnMs": …} after the turn.
    using NewsListener = std::function<void(const Json &)>;

    Program(Setup setup, NewsListener onNews);

    /// Starts it and waits until its window has the focus. \returns `tour.start`, `tour.ended` or `tour.silent`
    Result<void> start();
    /// Asks the driver in the program; `request` is without its id. \returns `tour.ended` when it dies over it,
    /// `tour.silent` when no answer comes in `patience`
    Result<Reply> ask(Json request, std::chrono::milliseconds patience = kPatience);
    /// Closes its windows and waits for a clean end. \returns `tour.ended` when it was none
    Result<void> quit();
    /// At once, in the middle of whatever it does. What it had reported before is still heard.
    void kill();

    const QString &profile() const { return m_setup.profile; }
    /// Of all its lives together.
    Interaction interaction() const { return m_former.plus(m_current); }

    static constexpr std::chrono::milliseconds kPatience{30'000};

private:
    Launch launch() const;
    Result<Json> waitForMessage(const QString &member, std::chrono::milliseconds patience);
    Error ended();
    void endLife();

    Setup m_setup;
    NewsListener m_onNews;
    std::optional<ChildProcess> m_process;
    qint64 m_lastId = 0;
    Interaction m_former;  ///< of the lives that ended
    Interaction m_current; ///< as of the last answer
};

} // namespace simiao::tour
