#pragma once

#include "own_news.h"
#include "presence_board.h"
#include "receipts_in_turns.h"
#include "server_line.h"
#include "workflow/ports/unit_of_work.h"

#include <chrono>
#include <functional>
#include <memory>
#include <thread>
#include <vector>

class QObject;

namespace simiao::postgresql {

/// Follows what all desks commit, on a connection and a thread of its own. A notice says only that there is something; what is new
/// is read from a watermark, which also brings what was committed while the connection was away.
class ChangeListener
{
public:
    using Take = ReceiptsInTurns::Take;

    /// Told on the thread of `home`: whether the server answers, whenever that changes.
    using TellLink = std::function<void(bool isOnline)>;

    /// A desk that died between its commit and its notice is not waited for longer; also proves that the server still answers.
    static constexpr std::chrono::milliseconds kLookAnyway{2000};

    /// \param since  watermark() of the moment from which on changes are wanted
    /// \param presence  carried by this connection too
    /// \param take   called on the thread of `home`, as long as this lives
    /// \param lookAnyway  so long after a look comes the next, whether there was a notice or not
    /// \param search  patient where another connection of this desk finds a server that was away
    ChangeListener(ServerSetup setup,
                   ServerLine::WhenOpen whenOpen,
                   QByteArray since,
                   QObject *home,
                   Take take,
                   TellLink tellLink,
                   std::shared_ptr<PresenceBoard> presence,
                   ServerLine::Search search = ServerLine::Search::Eager,
                   std::chrono::milliseconds lookAnyway = kLookAnyway);
    ChangeListener(const ChangeListener &) = delete;
    ChangeListener &operator=(const ChangeListener &) = delete;
    /// Waits for the thread, whose calls all have deadlines.
    ~ChangeListener();

    /// What this desk stored, of which the others are told. May outlive this.
    std::shared_ptr<OwnNews> news() const { return m_news; }

    /// What has ended at this moment, as the server writes a snapshot.
    static Result<QByteArray> watermark(storage::Connection &connection);

private:
    void follow(const std::stop_token &stop);
    Result<void> listen(storage::Connection &connection, const std::stop_token &stop);
    Result<std::size_t> readNew(storage::Connection &connection);
    Result<void> tellOthers(storage::Connection &connection, std::optional<qint64> moment);
    Result<void> sayGoodbye(storage::Connection &connection);
    static void note(QByteArrayView receipt, std::vector<workflow::Receipt> &news);
    void noteLink(bool isOnline);

    ServerLine m_line; ///< used on m_thread, like all that follows
    QObject *m_home;
    std::shared_ptr<ReceiptsInTurns> m_receipts;
    /// Empty when this has gone.
    struct Ears
    {
        TellLink tellLink;
    };
    std::shared_ptr<Ears> m_ears;
    std::shared_ptr<PresenceBoard> m_presence;
    const std::chrono::milliseconds m_lookAnyway;
    bool m_isOnline = true;
    std::shared_ptr<OwnNews> m_news = std::make_shared<OwnNews>();
    QByteArray m_seen; ///< watermark() of the last look
    std::jthread m_thread;
};

} // namespace simiao::postgresql
