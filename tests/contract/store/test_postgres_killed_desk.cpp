#include "contract/store/desk_process.h"
#include "contract/store/postgres_database.h"
#include "support/byte_proxy.h"
#include "support/signed_visit.h"
#include "workflow/ports/unanswered_saves.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using Fate = workflow::UnansweredSave::Fate;

namespace {

/// What one signature stores, each counted in signatures: six equal numbers, or something half is there.
constexpr auto kCounts =
    "SELECT (SELECT count(*) FROM simiao.encounter), (SELECT count(*) FROM simiao.composition), "
    "(SELECT count(*) / 3.0 FROM simiao.condition), (SELECT count(*) FROM simiao.prescription), "
    "(SELECT count(*) / 3.0 FROM simiao.medication_request), (SELECT count(*) / 3.0 FROM "
    "simiao.charge_item), "
    "(SELECT count(*) FROM simiao.audit_event WHERE act = 'composition.sign'), "
    "(SELECT count(*) FROM simiao.command WHERE receipt LIKE '%Composition%')"_L1;

} // namespace

/// A desk is a process that is killed while it signs.
class TestPostgresKilledDesk : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    /// How many signatures the server holds; -1 where one is there in part.
    int signatures(const QString &database)
    {
        const auto counts = m_server.psql(QString(kCounts), database).trimmed().split(u'|');
        const auto same = [&counts](const QString &count) {
            return count.toDouble() == counts[0].toDouble();
        };
        return counts.size() == 8 && std::ranges::all_of(counts, same) ? counts[0].toInt() : -1;
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void leavesAllOrNothingWhereverItIsKilled_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::newRow("while it says what is to be stored") << Direction::ToServer;
        QTest::newRow("while it hears that it is stored") << Direction::ToClient;
    }

    // After each byte with SIMIAO_SOAK, else after one of twelve.
    void leavesAllOrNothingWhereverItIsKilled()
    {
        QFETCH(const Direction, direction);
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto &store = backend->store;
        const auto world = aWorld(store);
        ByteProxy network(m_server.port());
        const auto order =
            DeskOrder::of(u"KILLED"_s, m_hospital->environment(database, {network.port()}), world);
        qint64 length = 0;
        {
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            QTRY_VERIFY(desk.hasLine());
            QCOMPARE(*desk.line(), u"ready"_s);
            for (int i = 0; i < 2; ++i) { // the first also prepares the statement
                network.fail({});
                desk.say(world.context.newCommand().toString());
                QTRY_VERIFY(desk.hasLine());
                const auto said = desk.line();
                QVERIFY2(said->startsWith(u"stored"_s), qPrintable(*said));
                length = network.passed(direction);
            }
        }
        QVERIFY(length > 50);
        QCOMPARE(signatures(database), 2);

        int expected = 2;
        int stored = 0;
        const bool isLong = qEnvironmentVariableIsSet("SIMIAO_SOAK");
        const qint64 stride = isLong ? 1 : std::max<qint64>(1, length / 12);
        for (qint64 at = 0; at <= length; at += stride) {
            network.heal();
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            QTRY_VERIFY(desk.hasLine());
            QCOMPARE(*desk.line(), u"ready"_s);
            const auto command = world.context.newCommand();
            network.fail({ByteFault::Kind::Silence, direction, at});
            desk.say(command.toString());
            QTRY_VERIFY(network.passed(direction) >= at || desk.hasLine());
            desk.kill9();
            const auto said = desk.line();
            network.fail({ByteFault::Kind::Cut, direction});

            const int there = signatures(database);
            QVERIFY2(there == expected || there == expected + 1,
                     qPrintable(u"%1 of %2"_s.arg(at).arg(length)));
            if (said) // what the desk has said to somebody holds
                QCOMPARE(there, expected + 1);
            stored += there - expected;
            const auto again = QCoro::waitFor(store->commit(aSignedVisit(world, command)));
            QVERIFY2(again, qPrintable(again ? QString() : logLine(again.error())));
            QCOMPARE(signatures(database), ++expected);
        }
        qInfo("%d desks killed, %d had stored", expected - 2, stored);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
        const auto problems = QCoro::waitFor(backend->maintenance->check());
        QVERIFY(problems && problems->empty());
    }

    void startsAgainKnowingWhatItHadSent_data()
    {
        QTest::addColumn<bool>("isTold");
        QTest::addColumn<Direction>("direction");
        QTest::newRow("stored, killed while it waits for the answer") << false << Direction::ToClient;
        QTest::newRow("stored, killed when it had said that it does not know") << true << Direction::ToClient;
        QTest::newRow("not stored, killed when it had said that it does not know")
            << true << Direction::ToServer;
    }

    // The program that was killed sent it; the next one says what became of it.
    void startsAgainKnowingWhatItHadSent()
    {
        QFETCH(const bool, isTold);
        QFETCH(const Direction, direction);
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto world = aWorld(backend->store);
        ByteProxy network(m_server.port());
        const QString profile = u"killed-%1-%2"_s.arg(isTold).arg(int(direction));
        const auto order =
            DeskOrder::of(u"KILLED"_s, m_hospital->environment(database, {network.port()}, profile), world);
        const bool isStored = direction == Direction::ToClient;
        const auto command = world.context.newCommand();
        {
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            QTRY_VERIFY(desk.hasLine());
            QCOMPARE(*desk.line(), u"ready"_s);
            desk.say(world.context.newCommand().toString()); // the first also prepares the statement
            QTRY_VERIFY(desk.hasLine());
            QVERIFY(desk.line()->startsWith(u"stored"_s));
            network.fail({ByteFault::Kind::Silence, direction});
            desk.say(command.toString());
            if (isStored)
                QTRY_COMPARE(signatures(database), 2);
            if (isTold) {
                QTRY_VERIFY_WITH_TIMEOUT(desk.hasLine(), 20'000);
                QCOMPARE(desk.line()->section(u' ', 0, 2),
                         u"refused %1 store.unknown"_s.arg(command.toString()));
            }
            desk.kill9();
        }
        network.fail({ByteFault::Kind::Cut, direction}); // what was held back is dropped with it

        const auto next = m_hospital->open(database, {}, profile + u"/0"_s);

        QVERIFY2(next, qPrintable(next ? QString() : logLine(next.error())));
        const auto *saves = workflow::unansweredSavesOf(*next->store->changes());
        QTRY_COMPARE(saves->all().size(), 1U);
        QCOMPARE(saves->all().front().command, command);
        QCOMPARE(saves->all().front().act, u"composition.sign"_s);
        QTRY_COMPARE_WITH_TIMEOUT(saves->all().front().fate, isStored ? Fate::Stored : Fate::NotStored,
                                  20'000);
        QCOMPARE(signatures(database), 1 + int(isStored));
    }

    // What was answered is not asked for by the next start.
    void startsAgainWithNothingToSayWhenAllWasAnswered()
    {
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto world = aWorld(backend->store);
        const auto order =
            DeskOrder::of(u"KILLED"_s, m_hospital->environment(database, {}, u"answered"_s), world);
        {
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            for (int i = 0; i < 2; ++i) { // the second finds the line of the first
                QTRY_VERIFY(desk.hasLine());
                desk.line();
                desk.say(world.context.newCommand().toString());
            }
            QTRY_VERIFY(desk.hasLine());
            const QString sending = order.profile + u"/0/server.sending"_s;
            QFile file(sending);
            QVERIFY(file.open(QIODevice::ReadOnly | QIODevice::Unbuffered));
            QTRY_VERIFY(file.seek(0) && file.read(1) == "\n"); // it is done behind the answer
            desk.kill9();
        }
        const auto next = m_hospital->open(database, {}, u"answered/0"_s);
        QVERIFY(next);
        QCoreApplication::sendPostedEvents();
        QVERIFY(workflow::unansweredSavesOf(*next->store->changes())->all().empty());
        QCOMPARE(signatures(database), 2);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresKilledDesk)
#include "test_postgres_killed_desk.moc"
