#include "contract/store/desks.h"

namespace simiao::test {

using namespace Qt::StringLiterals;

/// The server is restarted over and over while many desks save: by whoever keeps it, and as if its plug were pulled.
class TestPostgresRestarts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostOrDoneTwice_data() { addWorkers(); }

    void nothingIsLostOrDoneTwice()
    {
        QFETCH(const Worker, worker);
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        PostgresServer server;
        QVERIFY2(server.start({.values = {{u"max_connections"_s, u"200"_s}}}), qPrintable(server.log()));
        HospitalDatabase hospital(server);
        const auto trouble = hospital.make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const auto backend = hospital.open(u"hospital"_s);
        QVERIFY(backend);
        Desks desks(QStringLiteral(SIMIAO_TEST_DESK), hospital, {server.port()},
                    aStaffedWorld(backend->store), worker);
        QTRY_VERIFY_WITH_TIMEOUT(desks.areReady(), 60'000);
        desks.sayAll(u"go"_s);

        const int restarts = qEnvironmentVariableIsSet("SIMIAO_SOAK") ? 200 : 4;
        for (int restart = 0; restart < restarts; ++restart) {
            const int before = desks.stored();
            QTRY_VERIFY_WITH_TIMEOUT(desks.stored() > before + 100, 20'000);
            if (restart % 2 == 0)
                server.kill9();
            else
                QVERIFY2(server.stop(), qPrintable(server.log()));
            QVERIFY2(server.restart(), qPrintable(server.log()));
        }
        const int before = desks.stored();
        QTRY_VERIFY_WITH_TIMEOUT(desks.stored() > before + 100, 20'000);
        desks.sayAll(u"stop"_s);
        QTRY_VERIFY_WITH_TIMEOUT(!desks.areRunning(), 20'000);

        const auto rows = server.psql(u"SELECT id FROM simiao.command WHERE receipt <> ''"_s, u"hospital"_s)
                              .split(u'\n', Qt::SkipEmptyParts);
        const auto lost = desks.acknowledged() - QSet<QString>(rows.begin(), rows.end());
        QVERIFY2(lost.isEmpty(), qPrintable(QString::number(lost.size())));
        const auto count = [&server](const QString &sql) {
            return server.psql(u"SELECT count(*) FROM simiao."_s + sql, u"hospital"_s).trimmed().toInt();
        };
        const int there = count(u"patient WHERE mrn LIKE 'F-%'"_s);
        const auto notKnown = int(desks.refusals().size());
        QVERIFY2(there >= desks.stored() && there <= desks.stored() + notKnown,
                 qPrintable(QString::number(there)));
        QCOMPARE(count(u"audit_event WHERE act = 'patient.register'"_s), there);
        for (const auto &refusal : desks.refusals())
            QVERIFY2(refusal == "store.unknown"_L1 || refusal == "server.unreachable"_L1,
                     qPrintable(refusal));
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
        qInfo("%d restarts, %d stored, %d refused or unknown", restarts, desks.stored(), notKnown);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresRestarts)
#include "test_postgres_restarts.moc"
