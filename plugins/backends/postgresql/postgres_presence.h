#pragma once

#include "presence_board.h"

namespace simiao::postgresql {

/// Presence by leases in the server's table; the feed's connection carries it, so nobody waits for it and it says again by itself
/// what a lost connection or a crashed server forgot.
class PostgresPresence : public workflow::Presence
{
    Q_OBJECT

public:
    PostgresPresence(std::shared_ptr<const ActingPerson> person, QObject *parent);
    ~PostgresPresence() override;

    /// For the thread that has the connection.
    std::shared_ptr<PresenceBoard> board() const { return m_board; }

    void announce(const workflow::Announcement &announcement) override { m_board->announce(announcement); }
    void withdraw(Uuid subject) override { m_board->withdraw(subject); }
    void watch(Uuid subject) override;
    void unwatch(Uuid subject) override;
    std::vector<workflow::Present> others(Uuid subject) const override;

private:
    void take(const PresenceBoard::Others &others);

    struct Ears;
    std::shared_ptr<Ears> m_ears;
    std::shared_ptr<PresenceBoard> m_board;
    std::map<Uuid, int> m_watched; ///< how often; several screens may show one subject
    PresenceBoard::Others m_others;
};

} // namespace simiao::postgresql
