#include "contract/store/desk_process.h"
#include "contract/store/postgres_database.h"
#include "support/byte_proxy.h"
#include "support/signed_visit.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

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
    void initTestCase()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QVERIFY2(m_server.start(), qPrintable(m_server.log()));
        m_hospital = std::make_unique<HospitalDatabase>(m_server);
        const auto trouble = m_hospital->make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
    }

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
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresKilledDesk)
#include "test_postgres_killed_desk.moc"
