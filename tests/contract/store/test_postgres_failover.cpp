#include "contract/store/desks.h"
#include "contract/store/registration.h"
#include "postgresql/work_text.h"
#include "support/bare_commit.h"
#include "support/postgres_pair.h"

#include <algorithm>
#include <list>

namespace simiao::test {

using namespace Qt::StringLiterals;

namespace {

/// From the promotion to the first that is stored.
constexpr qint64 kBoundMs = 1'000;
/// What the client may add to bare libpq, in the middle of some promotions.
constexpr qint64 kAddedMs = 50;
constexpr int kRounds = 3;
/// Of which the first counts, as of the desks.
constexpr int kBareClients = 4;

/// "median, most" of times that are sorted.
QString summaryOf(const QList<qint64> &times)
{
    return u"median %1, most %2 ms"_s.arg(times[times.size() / 2]).arg(times.last());
}

} // namespace

/// The primary dies while many desks save, and the synchronous standby takes over.
class TestPostgresFailover : public QObject
{
    Q_OBJECT

private:
    // of each round, ms
    QList<qint64> m_resumed; ///< from the server's first commit to the first of a desk
    QList<qint64>
        m_added; ///< to what bare libpq needs that connects anew and has the same rows stored by the same function

    /// A registration as a desk sends it.
    static QString bareRegistration(const World &world, Uuid command)
    {
        const auto work = aRegistration(world, command, u"BARE"_s);
        return u"SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(command.toString(),
                                                                       postgresql::workText(work));
    }

private Q_SLOTS:
    void cleanupTestCase()
    {
        if (m_added.isEmpty())
            return;
        std::ranges::sort(m_resumed);
        std::ranges::sort(m_added);
        qInfo("of %lld promotions: resumed %s; of that the client adds to bare libpq %s", m_added.size(),
              qPrintable(summaryOf(m_resumed)), qPrintable(summaryOf(m_added)));
        if (m_added.size() >= kRounds)
            QVERIFY(m_added[m_added.size() / 2] <= kAddedMs);
    }

    void whatWasAcknowledgedIsThereOnceAndWorkGoesOn_data()
    {
        QTest::addColumn<int>("round");
        QTest::addColumn<Worker>("worker");
        const int rounds = qEnvironmentVariable("SIMIAO_SOAK").isEmpty() ? kRounds : 20;
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
        const auto world = aStaffedWorld(seeding->store);
        Desks desks(QStringLiteral(SIMIAO_TEST_DESK), hospital, both, world, worker);
        QTRY_VERIFY_WITH_TIMEOUT(desks.areReady(), 20'000);
        desks.sayAll(u"go"_s);
        QTRY_VERIFY(desks.stored() > 100 * round); // each round is killed elsewhere

        const auto made = pair.primary().psql(BareCommit::table());
        QVERIFY2(made.isEmpty(), qPrintable(made));
        const BareCommit bare(pair.standby().conninfo(), BareCommit::Way::Open);
        pair.killPrimary();
        const auto bothHosts = pair.conninfo(u"program_1"_s, u"of-program-1"_s, u"hospital"_s);
        const auto command = world.context.newCommand();
        std::list<BareCommit> anew;
        for (int i = 0; i < kBareClients; ++i)
            anew.emplace_back(bothHosts, BareCommit::Way::Anew, bareRegistration(world, command));
        QVERIFY2(pair.promote(), qPrintable(pair.log()));
        const auto firstAnew = [&anew] {
            qint64 first = 0;
            for (const auto &client : anew) {
                if (client.when() > 0 && (first == 0 || client.when() < first))
                    first = client.when();
            }
            return first;
        };
        QTRY_VERIFY(bare.when() > 0 && firstAnew() > 0);
        QTRY_VERIFY(!desks.firstsBehind(bare.when()).isEmpty());
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
        QCOMPARE(count(u"patient WHERE mrn = 'BARE'"_s), u"1"_s);
        QCOMPARE(count(u"audit_event WHERE act = 'patient.register'"_s).toInt(), there + 1);

        QList<qint64> after;
        for (const auto first : desks.firstsBehind(bare.when()))
            after.append(first - bare.when());
        const qint64 bareAnew = firstAnew() - bare.when();
        qInfo("%d stored, %d unknown; after the server could: bare libpq with a new connection %lld ms, the "
              "first desk %lld, "
              "each of %lld %s",
              desks.stored(), unknown, bareAnew, after.first(), after.size(), qPrintable(summaryOf(after)));
        m_resumed.append(after.first());
        m_added.append(after.first() - bareAnew);
        QVERIFY2(after.first() <= kBoundMs, qPrintable(QString::number(after.first())));

        const auto backend = hospital.open(u"hospital"_s, both);
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresFailover)
#include "test_postgres_failover.moc"
