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

/// From the promotion to what the last desk stores, in the middle of some promotions.
const qint64 kBoundMs = isMachineOurs() ? 1'000 : 5'000;
/// What a desk may add to a client of bare libpq, each in the middle of as many that come at once, in the middle of some promotions. Beside other
/// tests they are given the machine in turns, and either may wait a second for its own.
const qint64 kAddedMs = isMachineOurs() ? 50 : 1'000;
constexpr int kRounds = 3;
constexpr int kCrowd = Desks::kProcesses * Desks::kClientsEach;

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
    QList<qint64> m_resumed;     ///< from the server's first commit to the first of the desk that is last
    QList<qint64> m_bareResumed; ///< to that of the client of bare libpq that is last
    QList<qint64> m_added; ///< in the middle of all desks, to as many clients of bare libpq that connect anew
                           ///< and have the same rows stored by the same function

    /// A registration as a desk sends it.
    static QString bareRegistration(const World &world, int client)
    {
        const auto command = world.context.newCommand();
        const auto work = aRegistration(world, command, u"BARE-%1"_s.arg(client));
        return u"SELECT simiao_api.commit('%1', $work$%2$work$)"_s.arg(command.toString(),
                                                                       postgresql::workText(work));
    }

private Q_SLOTS:
    void cleanupTestCase()
    {
        if (m_added.isEmpty())
            return;
        std::ranges::sort(m_resumed);
        std::ranges::sort(m_bareResumed);
        std::ranges::sort(m_added);
        qInfo("of %lld promotions: the last desk resumed %s; the last client of bare libpq %s; "
              "the middle desk adds %s",
              m_added.size(), qPrintable(summaryOf(m_resumed)), qPrintable(summaryOf(m_bareResumed)),
              qPrintable(summaryOf(m_added)));
        if (m_added.size() < kRounds)
            return;
        const auto middle = m_added.size() / 2;
        // A machine that gives clients of bare libpq no more gives desks no more.
        const auto bare = m_bareResumed[middle];
        QVERIFY(m_added[middle] <= (isMachineOurs() ? kAddedMs : std::max(kAddedMs, bare)));
        QVERIFY(m_resumed[middle] <= std::max(kBoundMs, isMachineOurs() ? bare + kAddedMs : 2 * bare));
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
        QTRY_VERIFY_WITH_TIMEOUT(desks.areReady(), 60'000);
        desks.sayAll(u"go"_s);
        QTRY_VERIFY(desks.stored() > 100 * round); // each round is killed elsewhere

        const auto made = pair.primary().psql(BareCommit::table());
        QVERIFY2(made.isEmpty(), qPrintable(made));
        const BareCommit bare(pair.standby().conninfo(), BareCommit::Way::Open);
        pair.killPrimary();
        const auto bothHosts = pair.conninfo(u"program_1"_s, u"of-program-1"_s, u"hospital"_s);
        std::list<BareCommit> anew;
        for (int i = 0; i < kCrowd; ++i)
            anew.emplace_back(bothHosts, BareCommit::Way::Anew, bareRegistration(world, i));
        QVERIFY2(pair.promote(), qPrintable(pair.log()));
        QTRY_VERIFY(bare.when() > 0);
        QTRY_VERIFY_WITH_TIMEOUT(
            std::ranges::all_of(anew, [](const auto &client) { return client.when() > 0; }), 60'000);
        QTRY_COMPARE_WITH_TIMEOUT(desks.firstsBehind(bare.when()).size(), kCrowd, 60'000);
        const int before = desks.stored();
        QTRY_VERIFY(desks.stored() > before + 10 * Desks::kProcesses * Desks::kClientsEach);
        desks.sayAll(u"stop"_s);
        QTRY_VERIFY(!desks.areRunning());

        auto &server = pair.standby();
        const auto rows = server.psql(u"SELECT id FROM simiao.command WHERE receipt <> ''"_s, u"hospital"_s)
                              .split(u'\n', Qt::SkipEmptyParts);
        const QSet<QString> commands(rows.begin(), rows.end());
        // A desk that was not answered in time does not know; what it began when nobody served, for three seconds, was never sent.
        const auto unknown = int(desks.refusals().count(u"store.unknown"_s));
        QCOMPARE(desks.refusals().count(u"server.unreachable"_s) + unknown, desks.refusals().size());
        const auto lost = (desks.acknowledged() - commands).size();
        QCOMPARE(lost, 0);
        const auto count = [&server](const QString &sql) {
            return server.psql(u"SELECT count(*) FROM simiao."_s + sql, u"hospital"_s).trimmed();
        };
        const int there = count(u"patient WHERE mrn LIKE 'F-%'"_s).toInt();
        QVERIFY2(there >= desks.stored() && there <= desks.stored() + unknown,
                 qPrintable(QString::number(there)));
        QCOMPARE(count(u"patient WHERE mrn LIKE 'BARE-%'"_s).toInt(), kCrowd);
        QCOMPARE(count(u"audit_event WHERE act = 'patient.register'"_s).toInt(), there + kCrowd);

        QList<qint64> after;
        for (const auto first : desks.firstsBehind(bare.when()))
            after.append(first - bare.when());
        QList<qint64> bareAfter;
        for (const auto &client : anew)
            bareAfter.append(client.when() - bare.when());
        std::ranges::sort(bareAfter);
        qInfo("%d stored, %d unknown; after the server could: of %d desks the first %lld, %s; of as many "
              "clients of bare libpq the first %lld, %s",
              desks.stored(), unknown, kCrowd, after.first(), qPrintable(summaryOf(after)), bareAfter.first(),
              qPrintable(summaryOf(bareAfter)));
        m_resumed.append(after.last());
        m_bareResumed.append(bareAfter.last());
        m_added.append(after[kCrowd / 2] - bareAfter[kCrowd / 2]);

        const auto backend = hospital.open(u"hospital"_s, both);
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresFailover)
#include "test_postgres_failover.moc"
