#pragma once

#include "acting_person.h"
#include "storage/sql/connection.h"
#include "workflow/ports/presence.h"

#include <QElapsedTimer>

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <set>

namespace simiao::postgresql {

/// What this desk says and wants to hear of who works where, between the GUI thread, which writes on it, and the thread of the
/// feed, which has the connection.
class PresenceBoard
{
public:
    using Others = std::map<Uuid, std::vector<workflow::Present>>;
    /// \thread  that of exchange()
    using Take = std::function<void(const Others &others)>;

    /// \param desk    of one start of the program
    /// \param person  whose visits of restricted patients are told
    PresenceBoard(Uuid desk, std::shared_ptr<const ActingPerson> person, Take take);

    // \thread  any
    void announce(const workflow::Announcement &announcement);
    void withdraw(Uuid subject);
    void watch(Uuid subject);
    void unwatch(Uuid subject);

    // \thread  that of the connection
    /// A new connection: the server may have forgotten what was said.
    void beginAnew();
    /// Says what is due and reads what is wanted. \param isNew  something was stored, or it is time to look
    /// \returns whether the other desks have something to look at
    Result<bool> exchange(storage::Connection &connection, bool isNew);
    /// The last words of this desk. \returns as exchange()
    Result<bool> leave(storage::Connection &connection);

private:
    Result<bool> keep(storage::Connection &connection, const QString &leases);
    Result<void> look(storage::Connection &connection, const std::set<Uuid> &subjects);
    QString leasesDue();
    std::set<Uuid> subjectsDue();
    bool isWorthALook(bool isNew);

    const Uuid m_desk;
    const std::shared_ptr<const ActingPerson> m_person;
    Take m_take;

    std::mutex m_mutex; ///< of the next four
    std::map<Uuid, workflow::Announcement> m_announced;
    std::set<Uuid> m_watched;
    bool m_isSaid = true; ///< the server knows m_announced
    bool m_isHeard = true;

    QElapsedTimer m_sinceKept; ///< and below: used on the connection's thread
    QElapsedTimer m_sinceHeard;
};

} // namespace simiao::postgresql
