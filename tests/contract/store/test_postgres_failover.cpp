#include "contract/store/postgres_database.h"
#include "support/postgres_pair.h"
#include "support/world.h"

#include <QElapsedTimer>

namespace simiao::test {

using namespace Qt::StringLiterals;
using workflow::Receipt;

namespace {

constexpr int kClients = 32;

/// A desk that registers one patient after the other, each only when the one before was answered.
class Registrar : public QObject
{
public:
    Registrar(std::shared_ptr<workflow::Store> store, const World &world, int number)
        : m_store(std::move(store))
        , m_context(world.context)
        , m_patient(world.patient)
        , m_number(number)
    {
        m_context.session.workstation = u"DESK-%1"_s.arg(number);
        m_patient.identityNumber.clear();
    }

    void goOn()
    {
        m_patient.id = m_context.newId<administration::Patient>();
        m_patient.mrn = u"F-%1-%2"_s.arg(m_number).arg(m_count++);
        const auto command = m_context.newCommand();
        auto work = m_context.begin(command, u"patient.register"_s);
        work.insert(m_patient);
        m_isWaiting = true;
        QCoro::connect(m_store->commit(std::move(work)), this,
                       [this, command](const Result<Receipt> &receipt) {
                           m_isWaiting = false;
                           if (receipt)
                               acknowledged.push_back(command);
                           else
                               refusals.append(receipt.error().code);
                           if (receipt && whenStored)
                               whenStored();
                           if (!m_isStopped)
                               goOn();
                       });
    }
    void stop() { m_isStopped = true; }
    bool isWaiting() const { return m_isWaiting; }

    std::vector<Uuid> acknowledged;
    QStringList refusals;
    std::function<void()> whenStored;

private:
    std::shared_ptr<workflow::Store> m_store;
    workflow::Context m_context;
    administration::Patient m_patient;
    int m_number;
    int m_count = 0;
    bool m_isStopped = false;
    bool m_isWaiting = false;
};

} // namespace

/// The primary dies while many desks save, and the synchronous standby takes over.
class TestPostgresFailover : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAcknowledgedIsThereOnceAndWorkGoesOn_data()
    {
        QTest::addColumn<int>("round");
        const int rounds = qEnvironmentVariable("SIMIAO_SOAK").isEmpty() ? 3 : 20;
        for (int round = 1; round <= rounds; ++round)
            QTest::addRow("round %d", round) << round;
    }

    void whatWasAcknowledgedIsThereOnceAndWorkGoesOn()
    {
        if (!PostgresServer::isInstalled())
            QSKIP(qPrintable(PostgresServer::whyNot()));
        QFETCH(const int, round);
        PostgresPair pair;
        QVERIFY2(pair.start({{{u"max_connections"_s, u"200"_s}}}), qPrintable(pair.log()));
        HospitalDatabase hospital(pair.primary());
        const auto trouble = hospital.make();
        QVERIFY2(trouble.isEmpty(), qPrintable(trouble));
        const QList<quint16> both{pair.primary().port(), pair.standby().port()};
        std::vector<std::unique_ptr<Registrar>> desks;
        std::optional<World> world;
        for (int i = 0; i < kClients; ++i) {
            auto backend = hospital.open(u"hospital"_s, both);
            QVERIFY2(backend, qPrintable(backend ? QString() : logLine(backend.error())));
            if (!world)
                world = aWorld(backend->store);
            desks.push_back(std::make_unique<Registrar>(backend->store, *world, i));
        }
        int stored = 0;
        for (auto &desk : desks) {
            desk->whenStored = [&stored] { ++stored; };
            desk->goOn();
        }
        QTRY_VERIFY(stored > 100 * round); // each round is killed elsewhere

        pair.killPrimary();
        QVERIFY2(pair.promote(), qPrintable(pair.log()));
        QElapsedTimer sincePromotion;
        sincePromotion.start();
        const int before = stored;
        QTRY_VERIFY(stored > before);
        const auto resumed = sincePromotion.elapsed();
        QTRY_VERIFY(stored > before + 10 * kClients);
        for (auto &desk : desks)
            desk->stop();
        QTRY_VERIFY(std::ranges::none_of(desks, &Registrar::isWaiting));

        auto &server = pair.standby();
        const auto rows = server.psql(u"SELECT id FROM simiao.command WHERE receipt <> ''"_s, u"hospital"_s)
                              .split(u'\n', Qt::SkipEmptyParts);
        const QSet<QString> commands(rows.begin(), rows.end());
        int lost = 0;
        int unknown = 0;
        for (const auto &desk : desks) {
            for (const auto &command : desk->acknowledged)
                lost += !commands.contains(command.toString());
            for (const auto &refusal : desk->refusals) // a desk that was not answered in time does not know
                QCOMPARE(refusal, u"store.unknown"_s);
            unknown += int(desk->refusals.size());
        }
        QCOMPARE(lost, 0);
        const auto count = [&server](const QString &sql) {
            return server.psql(u"SELECT count(*) FROM simiao."_s + sql, u"hospital"_s).trimmed();
        };
        const int there = count(u"patient WHERE mrn LIKE 'F-%'"_s).toInt();
        QVERIFY2(there >= stored && there <= stored + unknown, qPrintable(QString::number(there)));
        QCOMPARE(count(u"audit_event WHERE act = 'patient.register'"_s).toInt(), there);
        qInfo("%d stored, resumed %lld ms after the promotion", stored, resumed);

        const auto backend = hospital.open(u"hospital"_s, both);
        QVERIFY(backend);
        QVERIFY(QCoro::waitFor(backend->maintenance->verifyAudit()));
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestPostgresFailover)
#include "test_postgres_failover.moc"
