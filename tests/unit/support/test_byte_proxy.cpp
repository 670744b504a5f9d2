#include "support/byte_proxy.h"
#include "support/postgres_server.h"
#include "support/psql_session.h"

#include <QElapsedTimer>
#include <QTest>

#include <memory>
#include <optional>

using namespace simiao::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Of a machine that builds meanwhile.
constexpr int kPatienceMs = 30'000;
constexpr int kShortMs = 700;

class TestByteProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_server.start(), qPrintable(m_server.log()));
        QCOMPARE(m_server.psql(u"CREATE ROLE desk LOGIN PASSWORD 'pw'"_s), QString());
    }

    void passesEverythingWhenItIsHealthy()
    {
        const ByteProxy network(m_server.port());

        QCOMPARE(asked(network, u"SELECT repeat('x', 300000)"_s), QString(300'000, u'x'));

        QCOMPARE(network.connections(), 1);
        QVERIFY(network.passed(Direction::ToClient) > 300'000);
    }

    void cutsAfterEachByte_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::newRow("questions") << Direction::ToServer;
        QTest::newRow("answers") << Direction::ToClient;
    }

    void cutsAfterEachByte()
    {
        QFETCH(Direction, direction);
        constexpr qint64 kStep = 41;
        const auto question = u"SELECT 12345"_s;
        const ByteProxy healthy(m_server.port());
        QCOMPARE(asked(healthy, question), u"12345"_s);
        // Behind the question comes a goodbye of five bytes, and before the end of the answer nobody may be content.
        const auto all = healthy.passed(direction) - 20;
        QVERIFY(all > 2 * kStep);

        for (qint64 k = 0; k < all; k += kStep) {
            const ByteProxy network(m_server.port(), {ByteFault::Kind::Cut, direction, k});
            const auto answer = asked(network, question);
            QVERIFY2(answer.contains("server"_L1) && !answer.contains("12345"_L1), qPrintable(answer));
            QCOMPARE(network.passed(direction), k);
        }
    }

    void takesCallersAndNeverAnswers()
    {
        ByteProxy network(m_server.port(), {ByteFault::Kind::Silence});

        QVERIFY(asked(network, u"SELECT 1"_s, kShortMs).startsWith("no end of"_L1));
        QCOMPARE(network.passed(Direction::ToClient), 0);
        QVERIFY(network.passed(Direction::ToServer) > 0);
        network.heal();

        QCOMPARE(asked(network, u"SELECT 1"_s), u"1"_s);
    }

    void holdsAnAnswerBackUntilItIsHealed()
    {
        ByteProxy network(m_server.port());
        PsqlSession desk(conninfo(network));
        desk.say(u"SELECT 'first'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.hasAnswer(), kPatienceMs);
        QCOMPARE(desk.answer(), u"first"_s);

        network.fail({ByteFault::Kind::Silence, Direction::ToClient});
        desk.say(u"SELECT 'second'"_s);
        QTRY_COMPARE_WITH_TIMEOUT(
            m_server.psql(
                u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%second%' AND state = 'idle'"_s),
            u"1"_s, kPatienceMs);
        QVERIFY(!desk.hasAnswer());
        network.heal();

        QTRY_VERIFY_WITH_TIMEOUT(desk.hasAnswer(), kPatienceMs);
        QCOMPARE(desk.answer(), u"second"_s);
    }

    void lettersComeOneByOne()
    {
        constexpr int kLetters = 30;
        ByteProxy network(m_server.port());
        PsqlSession desk(conninfo(network));
        desk.say(u"SELECT 'first'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk.hasAnswer(), kPatienceMs);
        QCOMPARE(desk.answer(), u"first"_s);

        QElapsedTimer clock;
        clock.start();
        network.fail({ByteFault::Kind::Trickle, Direction::ToClient, 0, 10ms});
        desk.say(u"SELECT repeat('x', %1)"_s.arg(kLetters));
        QTRY_VERIFY_WITH_TIMEOUT(desk.hasAnswer(), kPatienceMs);

        QCOMPARE(desk.answer(), QString(kLetters, u'x'));
        QVERIFY2(clock.elapsed() >= kLetters * 10, qPrintable(QString::number(clock.elapsed())));
    }

    void tellsTheServerNothingOfAClientThatHasVanished()
    {
        const auto desks = u"SELECT count(*) FROM pg_stat_activity WHERE usename = 'desk'"_s;
        QTRY_COMPARE_WITH_TIMEOUT(m_server.psql(desks), u"0"_s, kPatienceMs);
        std::optional<ByteProxy> network(std::in_place, m_server.port());
        auto desk = std::make_unique<PsqlSession>(conninfo(*network));
        desk->say(u"SELECT 'first'"_s);
        QTRY_VERIFY_WITH_TIMEOUT(desk->hasAnswer(), kPatienceMs);

        network->fail({ByteFault::Kind::Vanish});
        desk.reset();

        // The end of a healthy connection is seen in a few milliseconds; the server is asked for longer than that.
        const auto hasNoticed = [&] { return m_server.psql(desks) != "1"_L1; };
        QVERIFY(!QTest::qWaitFor(hasNoticed, kShortMs));
        network.reset();
        QTRY_COMPARE_WITH_TIMEOUT(m_server.psql(desks), u"0"_s, kPatienceMs);
    }

    void doesNotWaitForAServerThatDoesNotRead()
    {
        QElapsedTimer clock;
        {
            const ByteProxy network(m_server.port());
            PsqlSession desk(conninfo(network));
            desk.say(u"SELECT 'first'"_s);
            QTRY_VERIFY_WITH_TIMEOUT(desk.hasAnswer(), kPatienceMs);
            m_server.freeze();
            desk.say(u"SELECT length('%1')"_s.arg(QString(20'000'000, u'x')));
            QTRY_VERIFY_WITH_TIMEOUT(network.passed(Direction::ToServer) > 100'000, kPatienceMs);
            clock.start();
        }
        const auto closing = clock.elapsed();
        m_server.thaw();

        QVERIFY2(closing < 5'000, qPrintable(QString::number(closing)));
        QCOMPARE(m_server.psql(u"SELECT 1"_s), u"1"_s);
    }

private:
    QString conninfo(const ByteProxy &network) const
    {
        return u"host=127.0.0.1 port=%1 user=desk password=pw dbname=postgres sslmode=disable "
               "gssencmode=disable"_s.arg(network.port());
    }
    QString asked(const ByteProxy &network, const QString &question, int withinMs = 20'000) const
    {
        return PostgresServer::psqlAs(conninfo(network), question, withinMs);
    }

    PostgresServer m_server;
};

} // namespace

QTEST_GUILESS_MAIN(TestByteProxy)

#include "test_byte_proxy.moc"
