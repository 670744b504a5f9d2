#include "bootstrap/demo_seed.h"
#include "bootstrap/reference_loader.h"
#include "support/memory_store.h"
#include "support/world.h"
#include "terminology/pinyin.h"

#include <QElapsedTimer>
#include <QSet>
#include <QTest>

namespace simiao::test {

using namespace bootstrap;
using namespace Qt::StringLiterals;
using workflow::Receipt;
using workflow::UnitOfWork;

namespace {

/// A MemoryStore that puts the generated people on a shelf of their own: it compares each new invoice with
/// all others, which is quick for a morning and takes minutes for three years.
class ShelfStore : public MemoryStore
{
public:
    Task<Result<Receipt>> commit(UnitOfWork work) override
    {
        if (work.event().detail.startsWith(u"people"_s))
            co_return shelve(work);
        auto storing = MemoryStore::commit(std::move(work));
        co_return co_await storing;
    }

    Task<Result<std::optional<Receipt>>> receiptOf(Uuid command) override
    {
        if (const auto known = m_receipts.find(command); known != m_receipts.end())
            co_return std::optional(known->second);
        auto asking = MemoryStore::receiptOf(command);
        co_return co_await asking;
    }

    std::map<QString, std::vector<Row>> rows; ///< of generated people, by type
    std::vector<security::AuditEvent> events; ///< of their commits
    int roomFor = 1000;                       ///< commits, then the disk is full

private:
    Result<Receipt> shelve(const UnitOfWork &work)
    {
        if (int(events.size()) >= roomFor)
            return Error{ErrorKind::Unavailable, u"store.write"_s};
        Receipt receipt;
        receipt.command = work.command();
        for (const auto &step : work.steps()) {
            const auto &change = std::get<workflow::RowChange>(step);
            const QString type(change.type->name);
            rows[type].push_back(change.row);
            receipt.changes.push_back({type, *Uuid::fromBytes(std::get<QByteArray>(change.row.front())), 1});
        }
        events.push_back(work.event());
        m_receipts.insert({work.command(), receipt});
        return receipt;
    }

    std::map<Uuid, Receipt> m_receipts;
};

workflow::NameKeys nameKeys(const QString &name)
{
    const auto keys = terminology::pinyinOfName(name);
    return {keys.initials, keys.full};
}

DemoPorts portsOf(const std::shared_ptr<ShelfStore> &store, DemoSize size)
{
    const QString resources = qEnvironmentVariable("SIMIAO_RESOURCES");
    workflow::Context context{store,
                              std::make_shared<OpenPolicy>(),
                              std::make_shared<FakeClock>(),
                              std::make_shared<SeededRng>(1),
                              {}};
    context.nameKeys = nameKeys;
    DemoPorts ports{context, nullptr, resources + u"/demo"_s, u"images"_s};
    ports.reference = std::make_shared<const workflow::ReferenceData>(
        loadReferenceData(resources).value_or(workflow::ReferenceData()));
    ports.size = size;
    return ports;
}

Result<DemoReport> seed(const DemoPorts &ports)
{
    auto seeding = seedDemo(ports);
    return QCoro::waitFor(seeding);
}

/// Of the clinic; the generated ones lie on the shelf.
std::vector<administration::Patient> patientsIn(const std::shared_ptr<ShelfStore> &store)
{
    auto finding = workflow::find(store, workflow::query::patients);
    return QCoro::waitFor(finding).value_or(std::vector<administration::Patient>());
}

} // namespace

class TestDemoFull : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_shared<ShelfStore>();
        m_ports = portsOf(m_store, DemoSize::Full);
        m_ports.progress = [this](int done, int of) { m_progress.append(u"%1/%2"_s.arg(done).arg(of)); };
        QElapsedTimer timer;
        timer.start();
        const auto report = seed(m_ports);
        QVERIFY2(report, report ? "" : qPrintable(logLine(report.error())));
        qInfo("full seeding without a disk: %lld ms", static_cast<long long>(timer.elapsed()));
        m_report = *report;
    }

    void addsFiveHundredToTheClinic()
    {
        QVERIFY(m_report.isSeeded);
        QCOMPARE(m_report.patients, 514);
        QCOMPARE(m_report.waiting, 5);
        QCOMPARE(patientsIn(m_store).size(), std::size_t(14));
        QCOMPARE(m_store->rows[u"Patient"_s].size(), std::size_t(500));
        QVERIFY(m_store->rows[u"Encounter"_s].size() >= 1500);
        QCOMPARE(m_report.rows.at(u"Encounter"_s), int(m_store->rows[u"Encounter"_s].size()));
        QCOMPARE(m_store->rows[u"Invoice"_s].size(), m_store->rows[u"Encounter"_s].size());
        QVERIFY(!m_store->rows.contains(u"Task"_s));
    }

    void neitherNumbersNorIdentitiesCollideWithTheClinic()
    {
        const auto &type = typeInfo<administration::Patient>();
        QSet<QString> mrns;
        QSet<QString> identities;
        for (const auto &patient : patientsIn(m_store)) {
            mrns.insert(patient.mrn);
            identities.insert(patient.identityNumber);
        }
        for (const auto &row : m_store->rows[u"Patient"_s]) {
            const auto mrn = std::get<QString>(row[std::size_t(type.indexOf("mrn"_L1))]);
            QVERIFY(!mrns.contains(mrn) && mrn < u"2"_s);
            QVERIFY(!identities.contains(
                std::get<QString>(row[std::size_t(type.indexOf("identity_number"_L1))])));
        }
    }

    void saysHowFarItIs()
    {
        QCOMPARE(m_progress.size(), 10);
        QCOMPARE(m_progress.last(), u"500/500"_s);
    }

    void isAuditedWithCounts()
    {
        QCOMPARE(m_store->events.size(), std::size_t(10));
        for (const auto &event : m_store->events) {
            QCOMPARE(event.act, u"demo.seed"_s);
            QVERIFY(event.detail.contains(u"encounters="_s));
        }
    }

    void doublesNothing()
    {
        const auto before = m_store->rows;

        const auto again = seed(m_ports);

        QVERIFY(again);
        QVERIFY(!again->isSeeded);
        QCOMPARE(again->patients, 514);
        QVERIFY(m_store->rows == before);
    }

    void goesOnWhereItWasInterrupted()
    {
        const auto store = std::make_shared<ShelfStore>();
        store->roomFor = 3;
        const auto interrupted = seed(portsOf(store, DemoSize::Full));
        QVERIFY(!interrupted);
        QCOMPARE(interrupted.error().code, u"store.write"_s);
        QCOMPARE(store->rows[u"Patient"_s].size(), std::size_t(150));

        store->roomFor = 1000;
        const auto report = seed(portsOf(store, DemoSize::Full));

        QVERIFY(report);
        QVERIFY(report->isSeeded);
        QCOMPARE(report->patients, 514);
        QVERIFY(store->rows[u"Patient"_s].size() == 500);
        QCOMPARE(store->rows[u"Encounter"_s].size(), m_store->rows[u"Encounter"_s].size());
    }

    void aSmallOneGrows()
    {
        const auto store = std::make_shared<ShelfStore>();
        const auto small = seed(portsOf(store, DemoSize::Small));
        QVERIFY(small);
        QCOMPARE(small->patients, 14);
        QVERIFY(store->rows.empty());

        const auto full = seed(portsOf(store, DemoSize::Full));

        QVERIFY(full);
        QCOMPARE(full->patients, 514);
        QCOMPARE(full->waiting, 0);
    }

    void aHospitalOfSomebodyElseIsNotTouched()
    {
        const auto store = std::make_shared<ShelfStore>();
        aWorld(store);

        const auto report = seed(portsOf(store, DemoSize::Full));

        QVERIFY(report);
        QVERIFY(!report->isSeeded);
        QVERIFY(store->rows.empty());
    }

private:
    std::shared_ptr<ShelfStore> m_store;
    DemoPorts m_ports;
    DemoReport m_report;
    QStringList m_progress;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDemoFull)
#include "test_demo_full.moc"
