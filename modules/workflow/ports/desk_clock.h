#pragma once

#include "workflow/ports/change_feed.h"

#include <chrono>
#include <optional>

namespace simiao::workflow {

/// How this computer's clock differs from that of the server, which is everybody's. A store of this computer has none.
/// \thread  GUI
class DeskClock : public QObject
{
    Q_OBJECT

public:
    /// More than this is told to people; a question to a busy server takes less.
    static constexpr std::chrono::milliseconds kTolerated{2'000};

    using QObject::QObject;

    /// Ahead is positive; nothing before the first measurement.
    std::optional<std::chrono::milliseconds> ahead() const { return m_ahead; }
    bool isWrong() const { return m_ahead && std::chrono::abs(*m_ahead) > kTolerated; }
    /// Called by the back-end.
    void set(std::chrono::milliseconds ahead)
    {
        m_ahead = ahead;
        Q_EMIT measured();
    }

Q_SIGNALS:
    void measured();

private:
    std::optional<std::chrono::milliseconds> m_ahead;
};

/// That of the store whose feed this is, which has it as its child.
inline DeskClock *deskClockOf(const ChangeFeed &feed)
{
    return feed.findChild<DeskClock *>(QString(), Qt::FindDirectChildrenOnly);
}

} // namespace simiao::workflow
