#include "contract/store/registration.h"
#include "contract/store/workers.h"
#include "support/byte_proxy.h"

#include <QElapsedTimer>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// A call may take its deadline, three seconds, and what the machine needs to notice: a busy one needs seconds. Calls that wait one behind
/// the other take half a minute, one that hangs takes all of the test's time.
const qint64 kBoundMs = isMachineOurs() ? 3'500 : 10'000;

} // namespace

/// What becomes of a desk when the server, or the network between, says nothing.
class TestPostgresSilence : public QObject
{
    Q_OBJECT

private:
    PostgresServer m_server;
    std::unique_ptr<HospitalDatabase> m_hospital;

    QString counted(const QString &database, const QString &sql)
    {
        return m_server.psql(u"SELECT count(*) FROM simiao."_s + sql, database).trimmed();
    }

    World worldAtDesk(const QString &database, quint16 port, Worker worker)
    {
        return aWorldAtDesk(*m_hospital, database, port, worker);
    }

private Q_SLOTS:
    void initTestCase()
    {
        BEGIN_HOSPITAL(m_server, m_hospital);
        m_hospital->waitAsDesksDo();
    }

    void deskIsNotHeldByAServerThatDoesNotAnswer_data()
    {
        QTest::addColumn<ByteFault::Kind>("kind");
        QTest::addColumn<Worker>("worker");
        QTest::newRow("silence") << ByteFault::Kind::Silence << Worker::Program;
        QTest::newRow("pulled cable") << ByteFault::Kind::Vanish << Worker::Program;
        QTest::newRow("a byte a second") << ByteFault::Kind::Trickle << Worker::Program;
        QTest::newRow("silence before a person") << ByteFault::Kind::Silence << Worker::Person;
        QTest::newRow("pulled cable of a person's desk") << ByteFault::Kind::Vanish << Worker::Person;
    }

    void deskIsNotHeldByAServerThatDoesNotAnswer()
    {
        QFETCH(const ByteFault::Kind, kind);
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto world = worldAtDesk(database, network.port(), worker);
        const auto &store = world.context.store;
        network.fail({kind});

        // Ten that are asked at once do not wait one behind the other.
        int refused = 0;
        for (int i = 0; i < 10; ++i)
            QCoro::connect(workflow::load(store, world.patient.id), this, [&refused](const auto &loaded) {
                refused += !loaded && loaded.error().kind == ErrorKind::Unavailable;
            });
        QTRY_COMPARE_WITH_TIMEOUT(refused, 10, int(kBoundMs));

        network.heal();
        QVERIFY(storeInTheEnd(
            store, [&] { return aRegistration(world, world.context.newCommand(), u"SILENT-1"_s); }));
        QVERIFY(inTheEnd([&] { return workflow::load(store, world.patient.id); }));
    }

    void commitThatCannotBeSentIsNotStored_data() { addWorkers(); }

    void commitThatCannotBeSentIsNotStored()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        ByteProxy network(m_server.port());
        const auto world = worldAtDesk(database, network.port(), worker);
        const auto &store = world.context.store;
        network.fail({ByteFault::Kind::Cut, Direction::ToServer});
        QVERIFY(!QCoro::waitFor(workflow::load(store, world.patient.id))); // the connection is gone

        const auto refused =
            QCoro::waitFor(store->commit(aRegistration(world, world.context.newCommand(), u"NEVER"_s)));

        QCOMPARE(refused.error().code, u"server.unreachable"_s);
        network.heal();
        QCOMPARE(counted(database, u"patient WHERE mrn = 'NEVER'"_s), u"0"_s);
    }

    void frozenServerAnswersAgainWhenItThaws_data() { addWorkers(); }

    void frozenServerAnswersAgainWhenItThaws()
    {
        QFETCH(const Worker, worker);
        const auto database = m_hospital->another();
        const auto seeded = aWorldAtDesk(*m_hospital, database, m_server.port(), Worker::Program);
        const auto backend = m_hospital->open(database, {}, {}, logInOf(worker));
        QVERIFY(backend);
        const auto &store = backend->store;
        const auto world = withStore(seeded, store, worker);
        QVERIFY(backend->link->isOnline());
        m_server.freeze();

        QElapsedTimer time;
        time.start();
        const auto loaded = QCoro::waitFor(workflow::load(store, world.patient.id));
        const auto took = time.elapsed();
        QTRY_VERIFY_WITH_TIMEOUT(!backend->link->isOnline(), 20'000); // the screen says so
        m_server.thaw();

        QVERIFY2(took < kBoundMs, qPrintable(QString::number(took)));
        QCOMPARE(loaded.error().kind, ErrorKind::Unavailable);
        QVERIFY(inTheEnd([&] { return workflow::load(store, world.patient.id); }));
        QTRY_VERIFY(backend->link->isOnline());
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresSilence)
#include "test_postgres_silence.moc"
