#pragma once

#include "core/id.h"
#include "core/result.h"
#include "storage/sql/connection.h"

#include <QFile>

#include <optional>

namespace simiao::postgresql {

/// What this desk knows of its server: which database it is, and the last command that was acknowledged here. A server that was put back
/// to an older state, or lost what it had acknowledged, does not hold that command; nothing is sent to it then.
/// In a file of the profile, so that the next start knows too. A write that a power cut tore is as none.
/// \thread  the SQL thread
class ServerWitness
{
public:
    explicit ServerWitness(const QString &path)
        : m_path(path)
    {
    }

    /// Conflict `server.another` for another database, `server.restored` where the last command is not there, each with the witness's
    /// file: who keeps the server removes it when all is as it should be.
    Result<void> check(storage::Connection &connection);
    /// This command was acknowledged.
    void note(Uuid command);

private:
    struct Known
    {
        Uuid generation;
        std::optional<Uuid> command;
    };
    static std::optional<Known> parsed(const QByteArray &line);
    void read();
    void write();

    QString m_path;
    bool m_isRead = false;
    std::optional<Known> m_known;
};

} // namespace simiao::postgresql
