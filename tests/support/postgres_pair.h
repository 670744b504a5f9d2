#pragma once

#include "support/postgres_server.h"

namespace simiao::test {

/// A primary and a standby that has every commit before it is acknowledged (synchronous_standby_names), as two machines would be.
/// \thread  of the test
class PostgresPair
{
public:
    /// \param settings  of both; {"synchronous_commit", "remote_apply"} shows a commit on the standby before it is acknowledged, the
    ///     server's own "on" has it flushed there
    /// \returns when commits wait for the standby; false where that takes more than 60 s: see log()
    bool start(const PostgresSettings &settings = {});

    PostgresServer &primary() { return m_primary; }
    PostgresServer &standby() { return m_standby; }

    /// As if the plug of its machine were pulled. Nobody is promoted by that.
    void killPrimary() { m_primary.kill9(); }
    /// The standby takes writes from now on, and waits for nobody. Whether the old primary is dead is the caller's business, as it is a
    /// watchdog's in a hospital. \returns false where it does not within 60 s
    bool promote();

    /// Of libpq: both machines; whoever takes writes is connected to.
    QString conninfo(const QString &role, const QString &password, const QString &database) const;
    QString log() const;

private:
    PostgresServer m_primary;
    PostgresServer m_standby;
};

} // namespace simiao::test
