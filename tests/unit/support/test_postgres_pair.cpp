#include "support/postgres_pair.h"
#include "support/psql_session.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <memory>
#include <vector>

using namespace simiao::test;
using namespace Qt::StringLiterals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
const QString kDesk = u"desk"_s;
const QString kPassword = u"pw"_s;
const QString kDatabase = u"postgres"_s;

/// Writes one number after the other, each when the one before is acknowledged, and calls again when its connection is lost.
class Writer
{
public:
    Writer(PostgresPair &pair, int first)
        : m_pair(pair)
        , m_next(first)
        , m_session(conninfo())
    {
    }

    void work()
    {
        if (m_session.hasEnded()) {
            m_session.open(conninfo());
            m_isWaiting = false;
        }
        if (m_session.hasAnswer()) {
            m_acknowledged << m_session.answer();
            m_isWaiting = false;
        }
        if (!m_isWaiting) // what is unknown is not written again: only what was acknowledged counts
            m_session.say(u"INSERT INTO kept VALUES (%1) RETURNING n"_s.arg(m_next++));
        m_isWaiting = true;
    }

    const QStringList &acknowledged() const { return m_acknowledged; }

private:
    QString conninfo() const { return m_pair.conninfo(kDesk, kPassword, kDatabase); }

    PostgresPair &m_pair;
    int m_next;
    bool m_isWaiting = false;
    QStringList m_acknowledged;
    PsqlSession m_session;
};

class TestPostgresPair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        m_pair = std::make_unique<PostgresPair>();
        QVERIFY2(m_pair->start(), qPrintable(m_pair->log()));
        const auto schema = u"CREATE TABLE kept (n int PRIMARY KEY); CREATE ROLE %1 LOGIN PASSWORD '%2'; "
                            "GRANT ALL ON kept TO %1"_s.arg(kDesk, kPassword);
        QCOMPARE(m_pair->primary().psql(schema), QString());
    }
    void cleanup() { m_pair.reset(); }

    void acknowledgesNothingThatTheStandbyHasNot()
    {
        constexpr int kShortMs = 700;
        const auto conninfo = m_pair->conninfo(kDesk, kPassword, kDatabase);
        const auto insert = u"INSERT INTO kept VALUES (%1) RETURNING n"_s;
        QCOMPARE(PostgresServer::psqlAs(conninfo, insert.arg(1)), u"1"_s);

        m_pair->standby().freeze();
        const auto alone = PostgresServer::psqlAs(conninfo, insert.arg(2), kShortMs);
        m_pair->standby().thaw();

        QVERIFY2(alone.startsWith("no end of"_L1), qPrintable(alone));
        QCOMPARE(PostgresServer::psqlAs(conninfo, insert.arg(3)), u"3"_s);
        // What was not acknowledged may be kept, as here: unknown is not lost.
        QTRY_COMPARE_WITH_TIMEOUT(m_pair->standby().psql(u"SELECT count(*) FROM kept WHERE n IN (1, 3)"_s),
                                  u"2"_s, kPatienceMs);
    }

    void refusesWritesOnTheStandbyUntilItIsPromoted()
    {
        const auto conninfo = m_pair->conninfo(kDesk, kPassword, kDatabase);
        const auto whereAmI = u"SELECT pg_is_in_recovery(), inet_server_port()"_s;
        QVERIFY(
            m_pair->standby().psql(u"INSERT INTO kept VALUES (1)"_s).contains("read-only transaction"_L1));
        QCOMPARE(PostgresServer::psqlAs(conninfo, whereAmI), u"f|%1"_s.arg(m_pair->primary().port()));

        m_pair->killPrimary();
        QVERIFY2(m_pair->promote(), qPrintable(m_pair->log()));

        QCOMPARE(PostgresServer::psqlAs(conninfo, whereAmI), u"f|%1"_s.arg(m_pair->standby().port()));
        QCOMPARE(m_pair->standby().psql(u"INSERT INTO kept VALUES (1) RETURNING n"_s), u"1"_s);
    }

    void losesNothingAcknowledgedWhenThePrimaryIsKilled()
    {
        constexpr int kWriters = 6;
        constexpr int kBefore = 40;
        constexpr int kAfter = 10;
        std::vector<std::unique_ptr<Writer>> writers;
        for (int i = 0; i < kWriters; ++i)
            writers.push_back(std::make_unique<Writer>(*m_pair, 1'000'000 * i));
        const auto haveWritten = [&](int each) {
            std::ranges::for_each(writers, &Writer::work);
            return std::ranges::all_of(
                writers, [&](const auto &writer) { return writer->acknowledged().size() >= each; });
        };
        QTRY_VERIFY_WITH_TIMEOUT(haveWritten(kBefore), kPatienceMs);

        m_pair->killPrimary();
        QVERIFY2(m_pair->promote(), qPrintable(m_pair->log()));
        qsizetype most = 0;
        for (const auto &writer : writers)
            most = std::max(most, writer->acknowledged().size());
        QTRY_VERIFY_WITH_TIMEOUT(haveWritten(int(most) + kAfter), kPatienceMs);

        const auto kept = m_pair->standby().psql(u"SELECT n FROM kept"_s).split(u'\n');
        const QSet<QString> all(kept.begin(), kept.end());
        QStringList lost;
        for (const auto &writer : writers)
            for (const auto &number : writer->acknowledged())
                if (!all.contains(number))
                    lost << number;
        QCOMPARE(lost, QStringList());
    }

private:
    std::unique_ptr<PostgresPair> m_pair;
};

} // namespace

QTEST_GUILESS_MAIN(TestPostgresPair)

#include "test_postgres_pair.moc"
