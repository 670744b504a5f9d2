#pragma once

#include "core/id.h"
#include "core/result.h"
#include "storage/sql/connection.h"

#include <QFile>

#include <mutex>
#include <optional>

namespace simiao::postgresql {

/// What this desk knows of its server: which database it is, how often a standby has taken over there (the timeline), and the last
/// command that was acknowledged here. A server that was put back to an older state, or lost what it had acknowledged, does not hold that
/// command; a primary that comes back beside the standby that took its place stands on a timeline that is over. Nothing is sent to either.
/// In a file of the profile, so that the next start knows too. A write that a power cut tore is as none.
/// \thread  any
class ServerWitness
{
public:
    explicit ServerWitness(const QString &path)
        : m_path(path)
    {
    }

    /// Conflict `server.another` for another database, `server.outdated` for an old primary, `server.restored` where the last command
    /// is not there, each with the witness's file: who keeps the server removes it when all is as it should be.
    Result<void> check(storage::Connection &connection);
    /// This command was acknowledged by a server that was checked.
    void note(Uuid command);

private:
    /// Which database this is, on which machine, and in which of its lives.
    struct Life
    {
        Uuid generation;
        QByteArray system = "-"; ///< of PostgreSQL; "-" where the server does not say
        qint64 timeline = 0;     ///< comparable within one system
    };
    struct Known
    {
        Life life;
        std::optional<Uuid> command;
    };
    static Result<Life> lifeOf(storage::Connection &connection);
    static std::optional<Known> parsed(const QByteArray &line);
    std::optional<Known> known();
    void remember(const Life &life);
    void read();
    void write();

    QString m_path;
    std::mutex m_mutex; ///< of what follows; never held while a server is asked
    bool m_isRead = false;
    std::optional<Known> m_known;
};

} // namespace simiao::postgresql
