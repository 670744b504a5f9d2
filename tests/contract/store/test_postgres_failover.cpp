#include "contract/store/desks.h"
#include "support/postgres_pair.h"

#include <QDateTime>

namespace simiao::test {

using namespace Qt::StringLiterals;

/// The primary dies while many desks save, and the synchronous standby takes over.
class TestPostgresFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThereOnceAndWorkGoesOn_data()
    {
        QTest::addColumn<int>("round");
        QTest::addColumn<Worker>("worker");
        const int rounds = qEnvironmentVariable("SIMIAO_SOAK").isEmpty() ? 3 : 20;
        for (int round = 1; round <= rounds; ++round)
            QTest::addRow("round %d", round) << round << (round % 2 == 0 ? Worker::Person : Worker::Program);
    }

    void whatWasAcknowledgedIsThereOnceAndWorkGoesOn()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QFETCH(const int, round);
        QFETCH(const Worker, worker);
        PostgresPair pair;
        QVERIFY2(pair.start({{{u"max_connections"_s, u"200"_s}}}), qPrintable(pair.log()));
        HospitalDatabase hospital(pair.primary());
        const auto trouble = hospital.make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const QList<quint16> both{pair.primary().port(), pair.standby().port()};
        const auto seeding = hospital.open(u"hospital"_s, both);
        QVERIFY2(seeding, qPrintable(seeding ? QString() : logLine(seeding.error())));
        Desks desks(QStringLiteral(SIMIAO_TEST_DESK), hospital, both, aStaffedWorld(seeding->store), worker);
        QTRY_VERIFY_WITH_TIMEOUT(desks.areReady(), 20'000);
        desks.sayAll(u"go"_s);
        QTRY_VERIFY(desks.stored() > 100 * round); // each round is killed elsewhere

        pair.killPrimary();
        desks.watchFrom(
            QDateTime::currentMSecsSinceEpoch()); // who is answered from now on is so by the other one
        QVERIFY2(pair.promote(), qPrintable(pair.log()));
        const auto promoted = QDateTime::currentMSecsSinceEpoch();
        QTRY_VERIFY(desks.firstSince() > 0);
        const auto resumed = desks.firstSince() - promoted;
        const int before = desks.stored();
        QTRY_VERIFY(desks.stored() > before + 10 * Desks::kProcesses * Desks::kClientsEach);
        desks.sayAll(u"stop"_s);
        QTRY_VERIFY(!desks.areRunning());

        auto &server = pair.standby();
        const auto rows = server.psql(u"SELECT id FROM simiao.command WHERE receipt <> ''"_s, u"hospital"_s)
                              .split(u'\n', Qt::SkipEmptyParts);
        const QSet<QString> commands(rows.begin(), rows.end());
        for (const auto &refusal : desks.refusals()) // a desk that was not answered in time does not know
            QCOMPARE(refusal, u"store.unknown"_s);
        const auto unknown = int(desks.refusals().size());
        const auto lost = (desks.acknowledged() - commands).size();
        QCOMPARE(lost, 0);
        const auto count = [&server](const QString &sql) {
            return server.psql(u"SELECT count(*) FROM simiao."_s + sql, u"hospital"_s).trimmed();
        };
        const int there = count(u"patient WHERE mrn LIKE 'F-%'"_s).toInt();
        QVERIFY2(there >= desks.stored() && there <= desks.stored() + unknown,
                 qPrintable(QString::number(there)));
        QCOMPARE(count(u"audit_event WHERE act = 'patient.register'"_s).toInt(), there);
        qInfo("%d stored, %d unknown, resumed %lld ms after the end of the promotion", desks.stored(),
              unknown, resumed);

        const auto backend = hospital.open(u"hospital"_s, both);
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresFailover)
#include "test_postgres_failover.moc"
