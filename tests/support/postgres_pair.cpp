#include "support/postgres_pair.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

constexpr int kFollowMs = 60'000;
constexpr auto kPassword = "pw-of-the-stream"_L1;
constexpr auto kName = "standby"_L1;

} // namespace

bool PostgresPair::start(const PostgresSettings &settings)
{
    if (!m_primary.start(settings))
        return false;
    m_primary.psql(u"CREATE ROLE replicator LOGIN REPLICATION PASSWORD '%1'"_s.arg(kPassword));
    if (!m_standby.startStandby(m_primary, kName, kPassword, settings))
        return false;
    // Only now, and only here: what the standby copied must not make it wait for itself when it is promoted.
    m_primary.psql(u"ALTER SYSTEM SET synchronous_standby_names = '%1'"_s.arg(kName));
    m_primary.psql(u"SELECT pg_reload_conf()"_s);
    return QTest::qWaitFor(
        [this] { return m_primary.psql(u"SELECT sync_state FROM pg_stat_replication"_s) == "sync"_L1; },
        kFollowMs);
}

bool PostgresPair::promote()
{
    return m_standby.psql(u"SELECT pg_promote(true, 60)"_s) == "t"_L1;
}

QString PostgresPair::conninfo(const QString &role, const QString &password, const QString &database) const
{
    const auto host = PostgresServer::host();
    return u"host=%1,%1 port=%2,%3 user=%4 password=%5 dbname=%6 target_session_attrs=read-write connect_timeout=2"_s
        .arg(host)
        .arg(m_primary.port())
        .arg(m_standby.port())
        .arg(role, password, database);
}

QString PostgresPair::log() const
{
    return u"primary:\n"_s + m_primary.log() + u"standby:\n"_s + m_standby.log();
}

} // namespace simiao::test
