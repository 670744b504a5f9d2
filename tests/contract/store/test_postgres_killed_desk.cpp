#include "contract/store/desk_process.h"
#include "contract/store/signatures.h"
#include "contract/store/workers.h"
#include "support/byte_proxy.h"
#include "support/visit_to_sign.h"
#include "workflow/ports/unanswered_saves.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using Fate = workflow::UnansweredSave::Fate;

/// A desk is a process that is killed while it signs.
class TestPostgresKilledDesk : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    int signatures(const QString &database) { return signaturesIn(m_server, database); }

    DeskOrder orderOf(const sdk::BackendEnvironment &environment, const World &world, Worker worker)
    {
        return DeskOrder::of(u"KILLED"_s, environment, world,
                             worker == Worker::Person ? world.physician.loginName : QString());
    }

    /// A visit that waits to be signed, and who is told by what to do so.
    struct Signing
    {
        Uuid command;
        VisitToSign visit;

        QString line() const
        {
            return u"%1 %2 %3"_s.arg(command.toString(), visit.encounter.id.toString(),
                                     visit.task.id.toString());
        }
    };
    Signing aSigningOf(const World &world)
    {
        const auto visit = aVisitToSign(world, world.context.newId<administration::Encounter>(),
                                        world.context.newId<scheduling::QueueTask>());
        const auto arrived = QCoro::waitFor(world.context.store->commit(anArrival(world, visit)));
        if (!arrived)
            qFatal("%s", qPrintable(logLine(arrived.error())));
        return {world.context.newCommand(), visit};
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void leavesAllOrNothingWhereverItIsKilled_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<Worker>("worker");
        QTest::newRow("while it says what is to be stored") << Direction::ToServer << Worker::Program;
        QTest::newRow("while it hears that it is stored") << Direction::ToClient << Worker::Program;
        QTest::newRow("while a person says what is to be stored") << Direction::ToServer << Worker::Person;
        QTest::newRow("while a person hears that it is stored") << Direction::ToClient << Worker::Person;
    }

    // After each byte with SIMIAO_SOAK, else after one of six.
    void leavesAllOrNothingWhereverItIsKilled()
    {
        QFETCH(const Direction, direction);
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto &store = backend->store;
        const auto world = aStaffedWorld(store);
        ByteProxy network(m_server.port());
        const auto order =
            orderOf(m_hospital->environment(database, {network.port()}, {}, logInOf(worker)), world, worker);
        qint64 length = 0;
        {
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            QTRY_VERIFY(desk.hasLine());
            QCOMPARE(*desk.line(), u"ready"_s);
            for (int i = 0; i < 2; ++i) { // the first also prepares the statement
                network.fail({});
                desk.say(aSigningOf(world).line());
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
        const qint64 stride = isLong ? 1 : std::max<qint64>(1, length / 6);
        for (qint64 at = 0; at <= length; at += stride) {
            network.heal();
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            QTRY_VERIFY(desk.hasLine());
            QCOMPARE(*desk.line(), u"ready"_s);
            const auto signing = aSigningOf(world);
            network.fail({ByteFault::Kind::Silence, direction, at});
            desk.say(signing.line());
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
            const auto again = QCoro::waitFor(store->commit(aSigning(world, signing.command, signing.visit)));
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
        QTest::addColumn<Worker>("worker");
        QTest::newRow("stored, killed while it waits for the answer")
            << false << Direction::ToClient << Worker::Program;
        QTest::newRow("stored, killed while it waits for the answer to a person")
            << false << Direction::ToClient << Worker::Person;
        QTest::newRow("stored, killed when it had said that it does not know")
            << true << Direction::ToClient << Worker::Program;
        QTest::newRow("not stored, killed when it had said that it does not know")
            << true << Direction::ToServer << Worker::Program;
    }

    // The program that was killed sent it; the next one says what became of it.
    void startsAgainKnowingWhatItHadSent()
    {
        QFETCH(const bool, isTold);
        QFETCH(const Direction, direction);
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto backend = m_hospital->open(database);
        QVERIFY(backend);
        const auto world = aStaffedWorld(backend->store);
        ByteProxy network(m_server.port());
        const QString profile = u"killed-%1-%2-%3"_s.arg(isTold).arg(int(direction)).arg(int(worker));
        const auto order = orderOf(
            m_hospital->environment(database, {network.port()}, profile, logInOf(worker)), world, worker);
        const bool isStored = direction == Direction::ToClient;
        const auto signing = aSigningOf(world);
        {
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            QTRY_VERIFY(desk.hasLine());
            QCOMPARE(*desk.line(), u"ready"_s);
            desk.say(aSigningOf(world).line()); // the first also prepares the statement
            QTRY_VERIFY(desk.hasLine());
            QVERIFY(desk.line()->startsWith(u"stored"_s));
            network.fail({ByteFault::Kind::Silence, direction});
            desk.say(signing.line());
            if (isStored)
                QTRY_COMPARE(signatures(database), 2);
            if (isTold) {
                QTRY_VERIFY_WITH_TIMEOUT(desk.hasLine(), 20'000);
                QCOMPARE(desk.line()->section(u' ', 0, 2),
                         u"refused %1 store.unknown"_s.arg(signing.command.toString()));
            }
            desk.kill9();
        }
        network.fail({ByteFault::Kind::Cut, direction}); // what was held back is dropped with it

        const auto next = m_hospital->open(database, {}, profile + u"/0"_s, logInOf(worker));

        QVERIFY2(next, qPrintable(next ? QString() : logLine(next.error())));
        const auto *saves = workflow::unansweredSavesOf(*next->store->changes());
        QTRY_COMPARE(saves->all().size(), 1U);
        QCOMPARE(saves->all().front().command, signing.command);
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
        const auto world = aStaffedWorld(backend->store);
        const auto order =
            orderOf(m_hospital->environment(database, {}, u"answered"_s), world, Worker::Program);
        {
            DeskProcess desk(QStringLiteral(SIMIAO_TEST_DESK), order, {u"sign"_s});
            for (int i = 0; i < 2; ++i) { // the second finds the line of the first
                QTRY_VERIFY(desk.hasLine());
                desk.line();
                desk.say(aSigningOf(world).line());
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
