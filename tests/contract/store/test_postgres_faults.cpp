#include "contract/store/registration.h"
#include "contract/store/signatures.h"
#include "contract/store/workers.h"
#include "postgresql/postgres_store.h"
#include "postgresql/work_text.h"
#include "support/byte_proxy.h"
#include "support/psql_session.h"
#include "support/visit_to_sign.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Receipt;

namespace {

QString soaks()
{
    return qEnvironmentVariable("SIMIAO_SOAK");
}

} // namespace

/// What becomes of a desk when the server or the network between does not do what it should.
class TestPostgresFaults : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    QString counted(const QString &database, const QString &sql)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + sql, database).trimmed();
    }

    std::shared_ptr<workflow::Store> open(const QString &database, quint16 port)
    {
        auto backend = m_hospital->open(database, {port});
        if (!backend)
            qFatal("%s\n%s", qPrintable(logLine(backend.error())), qPrintable(m_server.log()));
        return backend->store;
    }

    World worldAtDesk(const QString &database, quint16 port, Worker worker, const QString &profile = {})
    {
        return aWorldAtDesk(*m_hospital, database, port, worker, profile);
    }

    /// A commit from `world` that is cut after each byte of `direction` in turn is answered as stored each time.
    /// \param next  what is saved next
    void cutEverywhere(const World &world,
                       ByteProxy &network,
                       Direction direction,
                       const std::function<workflow::UnitOfWork()> &next,
                       int &stored)
    {
        const auto &store = world.context.store;
        QVERIFY(QCoro::waitFor(store->commit(next()))); // statements are prepared
        const auto measured = next();
        network.fail({});
        QVERIFY(QCoro::waitFor(store->commit(measured)));
        const qint64 length = network.passed(direction);
        QVERIFY(length > 50);

        stored = 2;
        const qint64 stride = soaks().isEmpty() ? std::max<qint64>(1, length / 40) : 1;
        for (qint64 at = 0; at < length; at += stride) {
            const auto work = next();
            const int connections = network.connections();
            network.fail({ByteFault::Kind::Cut, direction, at});
            std::optional<Result<Receipt>> answer;
            QCoro::connect(store->commit(work), this,
                           [&](const Result<Receipt> &receipt) { answer = receipt; });
            QTRY_VERIFY(answer || network.connections() > connections);
            network.heal();
            QTRY_VERIFY(answer);
            QVERIFY2(*answer, qPrintable(*answer ? QString() : logLine(answer->error())));
            ++stored;
        }
        qInfo("%d of an exchange of %lld bytes", stored, length);
    }

private Q_SLOTS:
    void initTestCase() { BEGIN_HOSPITAL(m_server, m_hospital); }

    void commitThatIsCutAnywhereIsStoredOnce_data()
    {
        QTest::addColumn<Direction>("direction");
        QTest::newRow("on its way there") << Direction::ToServer;
        QTest::newRow("on its way back") << Direction::ToClient;
    }

    // Each byte of the exchange with SIMIAO_SOAK, else forty of them.
    void commitThatIsCutAnywhereIsStoredOnce()
    {
        QFETCH(const Direction, direction);
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto world = worldAtDesk(database, network.port(), Worker::Program);
        int number = 0;
        int stored = 0;
        cutEverywhere(
            world, network, direction,
            [&] { return aRegistration(world, world.context.newCommand(), u"CUT-%1"_s.arg(++number)); },
            stored);

        const QString all = QString::number(stored);
        QCOMPARE(counted(database, u"patient WHERE mrn LIKE 'CUT-%'"_s), all);
        QCOMPARE(counted(database, u"audit_event WHERE act = 'patient.register'"_s), all);
        QCOMPARE(counted(database, u"command WHERE receipt = ''"_s), u"0"_s);
    }

    void signingThatIsCutAnywhereIsStoredOnce_data() { commitThatIsCutAnywhereIsStoredOnce_data(); }

    // A visit with its prescription, by a physician who has signed in.
    void signingThatIsCutAnywhereIsStoredOnce()
    {
        QFETCH(const Direction, direction);
        const auto database = m_hospital->another();
        const auto frontDesk = open(database, m_server.port());
        ByteProxy network(m_server.port());
        const auto world =
            atDesk(aStaffedWorld(frontDesk), *m_hospital, database, network.port(), Worker::Person);
        int stored = 0;
        cutEverywhere(
            world, network, direction,
            [&] {
                const auto visit = aVisitToSign(world, world.context.newId<administration::Encounter>(),
                                                world.context.newId<scheduling::QueueTask>());
                const auto arrived = QCoro::waitFor(frontDesk->commit(anArrival(world, visit)));
                if (!arrived)
                    qFatal("%s", qPrintable(logLine(arrived.error())));
                return aSigning(world, world.context.newCommand(), visit);
            },
            stored);

        QCOMPARE(signaturesIn(m_server, database), stored);
        QCOMPARE(counted(database, u"command WHERE receipt = ''"_s), u"0"_s);
    }

    void serverThatWasPutBackIsNoticedAndGetsNothing_data() { addWorkers(); }

    // Put back to yesterday while the desk works, and found so by the next start.
    void serverThatWasPutBackIsNoticedAndGetsNothing()
    {
        QFETCH(const Worker, worker);
        const auto yesterday = m_hospital->another();
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const QString profile = u"kept-%1"_s.arg(int(worker));
        const auto world = worldAtDesk(database, network.port(), worker, profile);
        const auto &store = world.context.store;
        QVERIFY(QCoro::waitFor(store->commit(aRegistration(world, world.context.newCommand(), u"KNOWN"_s))));
        QVERIFY(QCoro::waitFor(workflow::load(store, world.patient.id))); // behind what follows a commit
        const auto swap = [&](const QString &gone, const QString &instead) {
            m_server.psql(
                u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(gone));
            m_server.psql(u"ALTER DATABASE %1 RENAME TO %1_aside"_s.arg(gone));
            m_server.psql(u"ALTER DATABASE %1 RENAME TO %2"_s.arg(instead, gone));
        };
        m_server.psql(u"ALTER DATABASE %1 ALLOW_CONNECTIONS false"_s.arg(database));
        swap(database, yesterday);

        const auto refused =
            QCoro::waitFor(store->commit(aRegistration(world, world.context.newCommand(), u"MERGED"_s)));
        constexpr int kMore = 20;
        const int before = network.connections();
        for (int i = 0; i < kMore; ++i) { // each looks for itself whether it is so still
            const auto again = QCoro::waitFor(workflow::load(store, world.patient.id));
            QVERIFY(!again);
            QCOMPARE(again.error().code, u"server.restored"_s);
        }
        const int connections = network.connections() - before;
        store->close();

        // The feed looks now and then, else it would have opened as many meanwhile.
        QVERIFY2(connections < kMore * 3 / 2, qPrintable(QString::number(connections)));
        QCOMPARE(refused.error().code, u"server.restored"_s);
        QCOMPARE(counted(database, u"patient"_s), u"0"_s);
        QCOMPARE(m_hospital->open(database, {}, profile).error().code, u"server.restored"_s);
        QVERIFY(m_hospital->open(database)); // a desk that has seen nothing of it
    }

    void commitWithoutAnAnswerIsUnknownUntilItsCommandTells_data() { addWorkers(); }

    // What was sent and not answered is unknown; its command tells, and giving it again does it once.
    void commitWithoutAnAnswerIsUnknownUntilItsCommandTells()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        m_hospital->waitAsDesksDo();
        const auto world = worldAtDesk(database, network.port(), worker);
        m_hospital->waitForTheMachine();
        const auto &store = world.context.store;
        QVERIFY(storeInTheEnd(store,
                              [&] { return aRegistration(world, world.context.newCommand(), u"FIRST"_s); }));
        QVERIFY(inTheEnd([&] { return workflow::load(store, world.patient.id); }));
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"UNKNOWN"_s);
        network.fail({ByteFault::Kind::Silence, Direction::ToClient});

        const auto unanswered = QCoro::waitFor(store->commit(work));
        QCOMPARE(unanswered.error().code, u"store.unknown"_s);

        network.heal();
        const auto receipt = inTheEnd([&] { return store->receiptOf(command); });
        QVERIFY(receipt);
        QVERIFY(*receipt); // it had arrived
        const auto again = inTheEnd([&] { return store->commit(work); });
        QVERIFY(again);
        QVERIFY(*again == **receipt);
        QCOMPARE(counted(database, u"patient WHERE mrn = 'UNKNOWN'"_s), u"1"_s);
    }

    void restartedServerIsFoundAgain_data() { addWorkers(); }

    void restartedServerIsFoundAgain()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto world = worldAtDesk(database, m_server.port(), worker);
        const auto &store = world.context.store;
        const auto there = atDesk(world, *m_hospital, database, m_server.port(), worker);
        QSet<Uuid> heard;
        connect(there.context.store->changes(), &workflow::ChangeFeed::committed, this,
                [&heard](const Receipt &receipt) { heard.insert(receipt.command); });
        m_server.kill9();
        QVERIFY(m_server.restart());

        const auto command = world.context.newCommand();
        QVERIFY(QCoro::waitFor(store->commit(aRegistration(world, command, u"AFTER"_s))));
        QTRY_VERIFY(heard.contains(command)); // the feed has come back too
    }

    void commandThatIsGivenAgainMeanwhileHasOneAnswer_data() { addWorkers(); }

    // The first giving still works when the connection has gone and it is given again.
    void commandThatIsGivenAgainMeanwhileHasOneAnswer()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto world = worldAtDesk(database, m_server.port(), worker);
        const auto &store = world.context.store;
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"TWICE"_s);
        PsqlSession first(m_server.conninfo(database));
        first.say(u"BEGIN"_s);
        first.say(u"SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(command.toString(),
                                                                          postgresql::workText(work)));
        QTRY_VERIFY(first.hasAnswer());

        std::optional<Result<Receipt>> stored;
        QCoro::connect(store->commit(work), this, [&](const Result<Receipt> &receipt) { stored = receipt; });
        QTRY_COMPARE(
            m_server.psql(u"SELECT count(*) FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"_s)
                .trimmed(),
            u"1"_s);
        QVERIFY(!stored);
        first.say(u"COMMIT"_s);

        QTRY_VERIFY(stored);
        QVERIFY2(*stored, qPrintable(*stored ? QString() : logLine(stored->error())));
        QCOMPARE(counted(database, u"patient WHERE mrn = 'TWICE'"_s), u"1"_s);
    }

    void commandThatIsSettledIsNeverStoredAfterwards_data() { addWorkers(); }

    // A commit that is given up is one that never happens, whatever still travels.
    void commandThatIsSettledIsNeverStoredAfterwards()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto world = worldAtDesk(database, m_server.port(), worker);
        const auto &store = world.context.store;
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"LATE"_s);

        m_server.psql(u"SELECT simiao_api.settle_command('%1')"_s.arg(command.toString()), database);
        const auto late = QCoro::waitFor(store->commit(work));

        QCOMPARE(late.error().code, u"store.given-up"_s);
        QCOMPARE(counted(database, u"patient WHERE mrn = 'LATE'"_s), u"0"_s);
    }

    void noteThatTwoWriteIsTheFirstOnes_data() { addWorkers(); }

    // Who was second hears of it and loses nothing of the first.
    void noteThatTwoWriteIsTheFirstOnes()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto world = worldAtDesk(database, m_server.port(), worker);
        const auto &here = world.context.store;
        const auto there = atDesk(world, *m_hospital, database, m_server.port(), worker).context.store;
        auto ours = *QCoro::waitFor(workflow::load(here, world.patient.id));
        auto theirs = *QCoro::waitFor(workflow::load(there, world.patient.id));
        ours.allergyStatus = administration::AllergyStatus::NoneKnown;
        theirs.allergyStatus = administration::AllergyStatus::Recorded;
        const auto change = [&world](const administration::Patient &patient) {
            auto work = world.context.begin(world.context.newCommand(), u"allergy.write"_s, patient.id);
            work.update(patient);
            return work;
        };

        QVERIFY(QCoro::waitFor(here->commit(change(ours))));
        const auto refused = QCoro::waitFor(there->commit(change(theirs)));

        QCOMPARE(refused.error().kind, ErrorKind::Conflict);
        QCOMPARE(refused.error().code, u"store.version"_s);
        QCOMPARE(QCoro::waitFor(workflow::load(there, world.patient.id))->allergyStatus, ours.allergyStatus);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresFaults)
#include "test_postgres_faults.moc"
