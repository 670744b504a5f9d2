#include "postgres_presence.h"

#include "core/clock.h"
#include "core/rng.h"

#include <mutex>

namespace simiao::postgresql {

/// What comes from the other thread finds nobody once this has gone.
struct PostgresPresence::Ears
{
    std::mutex mutex;
    PostgresPresence *presence;
};

PostgresPresence::PostgresPresence(std::shared_ptr<const ActingPerson> person, QObject *parent)
    : workflow::Presence(parent)
    , m_ears(std::make_shared<Ears>())
{
    m_ears->presence = this;
    SystemRng rng;
    m_board = std::make_shared<PresenceBoard>(
        Uuid::v7(SystemClock(), rng), std::move(person),
        [ears = m_ears](const PresenceBoard::Others &others) {
            const std::scoped_lock lock(ears->mutex);
            if (ears->presence)
                QMetaObject::invokeMethod(
                    ears->presence, [presence = ears->presence, others] { presence->take(others); },
                    Qt::QueuedConnection);
        });
}

PostgresPresence::~PostgresPresence()
{
    const std::scoped_lock lock(m_ears->mutex);
    m_ears->presence = nullptr;
}

void PostgresPresence::watch(Uuid subject)
{
    if (++m_watched[subject] == 1)
        m_board->watch(subject);
}

void PostgresPresence::unwatch(Uuid subject)
{
    const auto watched = m_watched.find(subject);
    if (watched == m_watched.end() || --watched->second > 0)
        return;
    m_watched.erase(watched);
    m_others.erase(subject);
    m_board->unwatch(subject);
}

std::vector<workflow::Present> PostgresPresence::others(Uuid subject) const
{
    const auto found = m_others.find(subject);
    return found == m_others.end() ? std::vector<workflow::Present>() : found->second;
}

void PostgresPresence::take(const PresenceBoard::Others &others)
{
    for (const auto &[subject, present] : others) {
        auto &known = m_others[subject];
        if (!m_watched.contains(subject) || known == present)
            continue;
        known = present;
        Q_EMIT changed(subject);
    }
}

} // namespace simiao::postgresql
