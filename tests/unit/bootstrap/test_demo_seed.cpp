#include "bootstrap/demo_seed.h"
#include "domain/administration/identity_number.h"
#include "support/memory_store.h"
#include "support/world.h"
#include "terminology/pinyin.h"
#include "workflow/ports/setting_queries.h"

#include <QTest>

#include <algorithm>

namespace simiao::test {

using namespace bootstrap;
using namespace Qt::StringLiterals;

namespace {

/// Keeps the orders instead of making pictures.
class NotedPhantoms : public workflow::PhantomStudyWriter
{
public:
    Task<Result<QString>> write(workflow::PhantomStudyOrder order) override
    {
        orders.push_back(order);
        co_return order.folder;
    }

    std::vector<workflow::PhantomStudyOrder> orders;
};

workflow::NameKeys nameKeys(const QString &name)
{
    const auto keys = terminology::pinyinOfName(name);
    return {keys.initials, keys.full};
}

} // namespace

class TestDemoSeed : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_shared<MemoryStore>();
        m_phantoms = std::make_shared<NotedPhantoms>();
        workflow::Context context{
            m_store, std::make_shared<OpenPolicy>(), m_clock, std::make_shared<SeededRng>(1), {}};
        context.nameKeys = nameKeys;
        m_ports = {context, m_phantoms, qEnvironmentVariable("SIMIAO_RESOURCES") + u"/demo"_s, u"images"_s};
        auto seeding = seedDemo(m_ports);
        auto seeded = QCoro::waitFor(seeding);
        QVERIFY2(seeded, seeded ? "" : qPrintable(logLine(seeded.error())));
        m_report = *seeded;
    }

    void fillsAnEmptyStore()
    {
        QVERIFY(m_report.isSeeded);
        QCOMPARE(m_report.patients, 14);
        QVERIFY(m_report.medications >= 300);
        QCOMPARE(m_report.waiting, 5);
        QCOMPARE(all(workflow::query::accounts).size(), std::size_t(16));
    }

    void theHospitalHasItsName()
    {
        const auto settings = all(workflow::query::settingsOfSession, std::nullopt, Id<security::Account>());
        const auto name = std::ranges::find(settings, u"hospital.name"_s, &administration::Setting::key);
        QVERIFY(name != settings.end());
        QCOMPARE(name->value, u"思邈演示医院"_s);
        QCOMPARE(name->level, administration::SettingLevel::Hospital);
    }

    void isKnownByItsStore()
    {
        QVERIFY(*QCoro::waitFor(holdsDemo(m_store)));
        QVERIFY(!*QCoro::waitFor(holdsDemo(std::make_shared<MemoryStore>())));
    }

    void touchesAStoreWithAccountsNoMore()
    {
        auto seeding = seedDemo(m_ports);
        const auto again = QCoro::waitFor(seeding);

        QVERIFY(again);
        QVERIFY(!again->isSeeded);
        QCOMPARE(all(workflow::query::patients).size(), std::size_t(14));
    }

    void patientsAreFoundByPinyinAndHaveValidNumbers()
    {
        const auto patients = all(workflow::query::patients);
        const auto shan = std::ranges::find(patients, u"单雄信"_s, &administration::Patient::name);

        QCOMPARE(shan->nameInitials, u"sxx"_s);
        for (const auto &patient : patients) {
            const auto &number = patient.identityNumber;
            QVERIFY(number.isEmpty() || administration::parseIdentityNumber(number, m_clock->today()));
        }
    }

    void drugsAreFoundByTheirInitials()
    {
        const auto drugs = all(workflow::query::medications);
        const auto amoxicillin = std::ranges::find(drugs, u"DRUG0001"_s, &medications::Medication::code);

        QCOMPARE(amoxicillin->nameInitials, u"amxljn"_s);
        QCOMPARE(amoxicillin->packPrice, Money{1080});
        QCOMPARE(all(workflow::query::lotsOfMedication, amoxicillin->id).size(), std::size_t(2));
    }

    void theQueueGoesOnWhereTheDemoEnds()
    {
        const auto queue = all(workflow::query::queueOfDay, respiratory().id, m_clock->today());

        QCOMPARE(queue.size(), std::size_t(5));
        for (std::size_t i = 0; i < queue.size(); ++i) {
            QCOMPARE(queue[i].number, int(i) + 1);
            QCOMPARE(queue[i].status, scheduling::TaskStatus::Requested);
        }
    }

    void slotsReachTwoWeeksAndHoldWhoWaits()
    {
        const auto today = m_clock->now().plusSeconds(-86'400);
        const auto halfHours =
            all(workflow::query::slotsBetween, respiratory().id, today, today.plusSeconds(86'400 * 20));

        QCOMPARE(halfHours.size(), std::size_t(14 * 16));
        int booked = 0;
        for (const auto &slot : halfHours)
            booked += slot.booked;
        QCOMPARE(booked, 5);
    }

    void ordersAPictureForTheFirstPatient()
    {
        QCOMPARE(m_phantoms->orders.size(), std::size_t(1));
        const auto &order = m_phantoms->orders[0];
        QCOMPARE(order.patientName, u"Zhang^Wei=张^伟"_s);
        QVERIFY(order.studyInstanceUid.startsWith(u"2.25."_s));
        QVERIFY(order.studyInstanceUid.size() <= 64);
    }

private:
    template <typename T, typename... Args>
    std::vector<T> all(workflow::Query<T, Args...> query, std::type_identity_t<Args>... args)
    {
        auto finding = workflow::find(m_store, query, args...);
        auto found = QCoro::waitFor(finding);
        return found ? *std::move(found) : std::vector<T>();
    }

    administration::Organization respiratory()
    {
        const auto departments = all(workflow::query::organizations);
        return *std::ranges::find(departments, u"RESP"_s, &administration::Organization::code);
    }

    std::shared_ptr<FakeClock> m_clock = std::make_shared<FakeClock>();
    std::shared_ptr<MemoryStore> m_store;
    std::shared_ptr<NotedPhantoms> m_phantoms;
    DemoPorts m_ports;
    DemoReport m_report;
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestDemoSeed)
#include "test_demo_seed.moc"
