#include "contract/store/postgres_database.h"
#include "core/clock.h"
#include "core/rng.h"
#include "support/world.h"
#include "workflow/ports/presence.h"

#include <QSignalSpy>

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Presence;

/// Two desks and a real server: who works where is told, and ends by itself.
class TestPostgresPresence : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void init()
    {
        m_database = m_hospital->another();
        m_one = open();
        m_other = open();
        m_world = aWorld(m_one);
        presence(m_other)->watch(m_visit);
    }

    void cleanup()
    {
        for (auto *desk : {&m_one, &m_other}) {
            if (*desk)
                (*desk)->close();
            desk->reset();
        }
    }

    void whatOneDeskDoesTheOtherSeesAndItselfNot()
    {
        presence(m_one)->watch(m_visit);

        announce();

        QTRY_COMPARE(others(m_other).size(), 1U);
        const auto present = others(m_other).front();
        QCOMPARE(present.name.zh, m_world.physician.name);
        QCOMPARE(present.workstation, u"ROOM-203"_s);
        QCOMPARE(present.activity, u"note.write"_s);
        QVERIFY(others(m_one).empty());
    }

    void itEndsWhenItIsWithdrawn()
    {
        announce();
        QTRY_COMPARE(others(m_other).size(), 1U);

        presence(m_one)->withdraw(m_visit);

        QTRY_VERIFY(others(m_other).empty());
    }

    void itEndsWithTheProgram()
    {
        announce();
        QTRY_COMPARE(others(m_other).size(), 1U);

        m_one->close();

        QTRY_VERIFY(others(m_other).empty());
        QCOMPARE(leases(), u"0"_s);
    }

    /// A desk that lost its power says nothing any more; the lease runs out in the database (here: is aged).
    void itEndsWithTheLease()
    {
        announce();
        QTRY_COMPARE(others(m_other).size(), 1U);

        admin(u"UPDATE simiao.presence_lease SET expires = clock_timestamp() - interval '1 second'"_s);

        QTRY_VERIFY(others(m_other).empty());
    }

    void aLeaseIsNoLongerThanAMinute()
    {
        announce();
        QTRY_COMPARE(others(m_other).size(), 1U);

        const auto rest = admin(
            u"SELECT expires BETWEEN clock_timestamp() AND clock_timestamp() + interval '31 seconds' FROM simiao.presence_lease"_s);

        QCOMPARE(rest, u"t"_s);
    }

    /// A server that crashed has forgotten it, and all connections are gone.
    void itIsSaidAgainAfterTheConnectionWasLost()
    {
        announce();
        QTRY_COMPARE(others(m_other).size(), 1U);

        admin(u"TRUNCATE simiao.presence_lease"_s);
        admin(u"SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE usename = 'program_1'"_s);

        QTRY_COMPARE(leases(), u"1"_s);
        QTRY_COMPARE(others(m_other).size(), 1U);
    }

    void thoseOfOtherVisitsAreNotTold()
    {
        announce();
        QTRY_COMPARE(leases(), u"1"_s);
        const Uuid another = newUuid();
        presence(m_other)->watch(another);

        QTRY_COMPARE(others(m_other).size(), 1U);
        QVERIFY(presence(m_other)->others(another).empty());
        presence(m_other)->unwatch(m_visit);
        QVERIFY(others(m_other).empty());
    }

    /// Nobody waits for the disk, or for a standby, for it: it is no commit of the hospital.
    void deskMayNotWriteTheTableItself()
    {
        const auto said =
            m_server.psql(u"SET ROLE simiao_desk; DELETE FROM simiao.presence_lease"_s, m_database);
        QVERIFY2(said.contains(u"permission denied"_s), qPrintable(said));
    }

private:
    QString admin(const QString &sql) { return m_server.psql(sql, m_database).trimmed(); }
    QString leases() { return admin(u"SELECT count(*) FROM simiao.presence_lease"_s); }

    std::shared_ptr<workflow::Store> open()
    {
        auto backend = m_hospital->open(m_database);
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        return backend->store;
    }
    static Presence *presence(const std::shared_ptr<workflow::Store> &desk)
    {
        return workflow::presenceOf(*desk->changes());
    }
    std::vector<workflow::Present> others(const std::shared_ptr<workflow::Store> &desk)
    {
        return presence(desk)->others(m_visit);
    }
    void announce()
    {
        presence(m_one)->announce({m_visit, m_world.physician.id, u"ROOM-203"_s, u"note.write"_s});
    }
    static Uuid newUuid()
    {
        SystemRng rng;
        return Uuid::v7(SystemClock(), rng);
    }

    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;
    World m_world;
    std::shared_ptr<workflow::Store> m_one;
    std::shared_ptr<workflow::Store> m_other;
    const Uuid m_visit = newUuid();
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresPresence)
#include "test_postgres_presence.moc"
