#include "contract/store/postgres_database.h"
#include "postgresql/stored_receipt.h"
#include "support/psql_session.h"

#include <thread>

namespace simiao::test {

using namespace Qt::StringLiterals;

/// Who is ended for those who wait: by what she does, not only by whether she does anything.
class TestPostgresInTheWay : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;
    QString m_database;

    QString asDesk() { return m_server.conninfo(u"desk_1"_s, u"of-desk-1"_s, m_database); }

    /// Whether a desk's transaction has something that others may wait for, and works on for over a second.
    bool hasWorkedForASecond()
    {
        return m_server.psql(u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'desk_1' AND state = "
                             "'active' AND backend_xid IS NOT NULL AND xact_start < clock_timestamp() - "
                             "interval '1.1 seconds'"_s)
            == "1"_L1;
    }
    QString clearedByAnother()
    {
        return PostgresServer::psqlAs(asDesk(), u"SELECT simiao_api.clear_the_way()"_s).trimmed();
    }

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        m_database = m_hospital->another();
    }

    // By psql: what she has written others wait for, and she is never idle.
    void whoDoesSomethingElseInHerTransactionIsEnded()
    {
        PsqlSession busy(asDesk());
        busy.say(u"SET statement_timeout = 0"_s);
        busy.say(u"BEGIN"_s);
        busy.say(
            u"SELECT simiao_api.offer_proof('busy', 'DESK-1', repeat('t', 32), sha256('')); SELECT pg_sleep(600)"_s);
        QTRY_VERIFY(hasWorkedForASecond());

        QCOMPARE(clearedByAnother(), u"1"_s);
        QTRY_VERIFY(busy.hasEnded());
    }

    // A call of the program that waits for its turn, or for a slow disk, is not taken for that.
    void callOfTheProgramIsLeftItsTime()
    {
        PsqlSession keeper(m_server.conninfo(m_database));
        keeper.say(u"BEGIN"_s);
        keeper.say(u"INSERT INTO simiao.sign_in_failure (login_name, login, workstation, count, last) VALUES "
                   "('slow', 'desk_1', '', 0, now()) RETURNING count"_s);
        QTRY_VERIFY(keeper.hasAnswer());
        const auto setup =
            postgresql::setupOf(m_hospital->environment(m_database, {}, {}, HospitalDatabase::kDesk));
        QVERIFY(setup);
        const auto desk = postgresql::openServer(*setup, QDeadlineTimer(20'000));
        QVERIFY2(desk, qPrintable(desk ? QString() : logLine(desk.error())));
        QVERIFY(desk->connection->runScript(u"SET lock_timeout = 0"_s));
        desk->wire->setDeadline(QDeadlineTimer(QDeadlineTimer::Forever));

        Result<QByteArray> offered = QByteArray();
        std::jthread offering([&] {
            offered = postgresql::valueOf(*desk->connection, u"store/offer_proof"_s,
                                          {{u"login_name"_s, u"slow"_s},
                                           {u"desk"_s, u"DESK-1"_s},
                                           {u"token"_s, QString(32, u't')},
                                           {u"proof"_s, QByteArray(32, '\0')}});
        });
        QTRY_VERIFY(hasWorkedForASecond());
        const auto cleared = clearedByAnother();
        keeper.say(u"COMMIT"_s);
        QTRY_VERIFY(!hasWorkedForASecond());
        offering.join();

        QCOMPARE(cleared, u"0"_s);
        QVERIFY2(offered, qPrintable(offered ? QString() : logLine(offered.error())));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresInTheWay)
#include "test_postgres_in_the_way.moc"
