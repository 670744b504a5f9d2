#include "unit/workflow/clinic.h"
#include "workflow/administration/clinic_setup.h"
#include "workflow/ports/setting_queries.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::SettingLevel;
using Step = SetupStep;
using State = SetupState;

namespace {

constexpr Instant kNow{1'000'000};

SettingRule textRule(const QString &key, int most)
{
    return {key, {}, SettingRule::Type::Text, {}, 0, most, {}, {SettingLevel::Hospital}, false};
}

SettingCatalogue catalogue()
{
    return {textRule(u"hospital.name"_s, 100), textRule(u"hospital.short-name"_s, 40),
            textRule(u"hospital.code"_s, 40),  textRule(u"hospital.address"_s, 200),
            textRule(u"hospital.phone"_s, 40), textRule(u"setup.left-out"_s, 200)};
}

/// Everything is there.
SetupFacts wholeHospital()
{
    SetupFacts facts;
    facts.hospital.name = u"湖畔门诊部"_s;
    facts.departments = 4;
    facts.staff = 16;
    facts.drugs = 568;
    facts.lots = 700;
    facts.drugsInStock = 568;
    facts.now = kNow;
    facts.scheduledUntil = kNow.plusSeconds(1);
    return facts;
}

/// Who administers may import; the roles open desks as those of a hospital do.
class DeskPolicy : public OpenPolicy
{
public:
    bool isGranted(const QStringList &roles, const QString &act) const override
    {
        return OpenPolicy::isGranted(roles, act) && roles.contains(u"administrator"_s);
    }
    QStringList desksOf(const QStringList &roles) const override
    {
        QStringList desks;
        if (roles.contains(u"physician"_s))
            desks.append(u"consult"_s);
        if (roles.contains(u"cashier"_s))
            desks.append(u"cashier"_s);
        return desks;
    }
};

/// The hospital of aWorld() with an administrator at work.
class Office : public Clinic
{
public:
    Office()
    {
        context.policy = policy;
        context.session.roles = {u"administrator"_s};
    }

    std::shared_ptr<DeskPolicy> policy = std::make_shared<DeskPolicy>();

    SetupFacts facts() { return must(await(readSetup(context, catalogue()))); }
    void keepAccount(const QString &login, const QString &role, security::AccountStatus status)
    {
        security::Account account;
        account.id = context.newId<security::Account>();
        account.loginName = login;
        account.roles = {role};
        account.status = status;
        keep(account);
    }
};

} // namespace

class TestClinicSetup : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aWholeHospitalIsSetUp()
    {
        for (const auto step : kSetupSteps)
            QCOMPARE(stateOf(step, wholeHospital()), State::Done);
        QVERIFY(isSetUp(wholeHospital()));
    }

    void anEmptyHospitalIsOpenInEveryStep()
    {
        for (const auto step : kSetupSteps)
            QCOMPARE(stateOf(step, SetupFacts()), State::Open);
        QVERIFY(!isSetUp(SetupFacts()));
    }

    void statesFollowWhatThereIs_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<State>("state");
        QTest::addColumn<SetupFacts>("facts");
        const auto row = [](const char *name, Step step, State state, auto change) {
            auto facts = wholeHospital();
            change(facts);
            QTest::newRow(name) << step << state << facts;
        };
        row("no name", Step::Hospital, State::Open, [](auto &facts) { facts.hospital.name.clear(); });
        row("no department", Step::Departments, State::Open, [](auto &facts) { facts.departments = 0; });
        row("nobody", Step::Staff, State::Open, [](auto &facts) { facts.staff = 0; });
        row("no cashier", Step::Staff, State::Partial,
            [](auto &facts) { facts.unservedDesks = {u"cashier"_s}; });
        row("no drug", Step::Drugs, State::Open, [](auto &facts) { facts.drugs = 0; });
        row("some prices", Step::Prices, State::Partial, [](auto &facts) { facts.unpricedDrugs = 3; });
        row("no price", Step::Prices, State::Open, [](auto &facts) { facts.unpricedDrugs = 568; });
        row("some stock", Step::Stock, State::Partial, [](auto &facts) { facts.drugsInStock = 12; });
        row("no stock", Step::Stock, State::Open, [](auto &facts) { facts.drugsInStock = 0; });
        row("no half-hour", Step::Schedule, State::Open, [](auto &facts) { facts.scheduledUntil.reset(); });
        row("the schedule has run out", Step::Schedule, State::Partial,
            [](auto &facts) { facts.scheduledUntil = kNow; });
        row("left out", Step::Stock, State::LeftOut, [](auto &facts) {
            facts.drugsInStock = 0;
            facts.leftOut = {Step::Stock};
        });
        row("left out in part", Step::Stock, State::LeftOut, [](auto &facts) {
            facts.drugsInStock = 1;
            facts.leftOut = {Step::Stock};
        });
        row("left out and done all the same", Step::Stock, State::Done,
            [](auto &facts) { facts.leftOut = {Step::Stock}; });
    }
    void statesFollowWhatThereIs()
    {
        QFETCH(Step, step);
        QFETCH(SetupFacts, facts);

        QTEST(stateOf(step, facts), "state");
    }

    void whatIsLeftOutOrInPartIsNotOpenAnyMore()
    {
        auto facts = wholeHospital();
        facts.drugsInStock = 0;
        QVERIFY(!isSetUp(facts));
        facts.leftOut = {Step::Stock};
        QVERIFY(isSetUp(facts));
        facts.unpricedDrugs = 1;
        QVERIFY(isSetUp(facts));
    }

    void countsWhatTheStoreHolds()
    {
        Office office;
        auto unpriced = office.world.amoxicillin;
        unpriced.id = office.context.newId<medications::Medication>();
        unpriced.code = u"D2"_s;
        unpriced.packPrice = {};
        auto expired = office.world.firstLot;
        expired.id = office.context.newId<medications::Lot>();
        expired.medication = unpriced.id;
        expired.expiry = *Date::parse(u"2026-11-21"_s);
        auto promised = expired;
        promised.id = office.context.newId<medications::Lot>();
        promised.expiry = *Date::parse(u"2027-11-21"_s);
        promised.reserved = promised.onHand;
        office.keep(unpriced, expired, promised);

        const auto facts = office.facts();

        QCOMPARE(facts.departments, 1);
        QCOMPARE(facts.drugs, 2);
        QCOMPARE(facts.unpricedDrugs, 1);
        QCOMPARE(facts.lots, 2);
        QCOMPARE(facts.drugsInStock, 1);
        QCOMPARE(facts.scheduledUntil, std::optional(office.world.slot.end));
        QCOMPARE(facts.now, office.context.clock->now());
        QVERIFY(facts.hospital.name.isEmpty());
        QVERIFY(facts.leftOut.empty());
    }

    void theScheduleReachesToItsLastHalfHour()
    {
        Office office;
        auto later = office.world.slot;
        later.id = office.context.newId<scheduling::Slot>();
        later.start = later.end;
        later.end = later.start.plusSeconds(1800);
        office.keep(later);

        QCOMPARE(office.facts().scheduledUntil, std::optional(later.end));
    }

    void staffAreThoseWhoDoMoreThanAdminister()
    {
        Office office;
        office.keepAccount(u"admin"_s, u"administrator"_s, security::AccountStatus::Active);
        office.keepAccount(u"gone"_s, u"cashier"_s, security::AccountStatus::Retired);

        QCOMPARE(office.facts().staff, 1); // the physician of the world
        QCOMPARE(office.facts().unservedDesks, (QStringList{u"registration"_s, u"pharmacy"_s, u"cashier"_s}));
        office.keepAccount(u"till"_s, u"cashier"_s, security::AccountStatus::Active);
        QCOMPARE(office.facts().staff, 2);
        QCOMPARE(office.facts().unservedDesks, (QStringList{u"registration"_s, u"pharmacy"_s}));
    }

    void readingNeedsThePermission()
    {
        Office office;
        office.policy->refused.insert(u"clinic-data.import"_s);

        QCOMPARE(refusal(await(readSetup(office.context, catalogue()))), u"access.denied"_s);
    }

    void aStepIsLeftOutAndTakenUpAgain()
    {
        Office office;
        const auto leave = [&](Step step, bool isLeftOut) {
            return await(leaveOut(office.context, office.command(), catalogue(), step, isLeftOut));
        };

        QVERIFY(leave(Step::Stock, true));
        QVERIFY(leave(Step::Schedule, true));
        QVERIFY(leave(Step::Stock, true));
        QCOMPARE(office.facts().leftOut, (std::vector{Step::Stock, Step::Schedule}));
        QVERIFY(leave(Step::Stock, false));
        QCOMPARE(office.facts().leftOut, std::vector{Step::Schedule});
        QVERIFY(leave(Step::Schedule, false));

        QVERIFY(office.facts().leftOut.empty());
        QCOMPARE(office.announced.size(), 4U); // what stood there already was not stored again
    }

    void theHospitalIsStoredInOneCommit()
    {
        Office office;
        const HospitalDetails wished{u" 湖畔门诊部 "_s, u"湖畔"_s, u"PDY00012X"_s, u"湖畔路 1 号"_s, {}};

        const auto stored = await(storeHospital(office.context, office.command(), catalogue(), wished));

        QCOMPARE(refusal(stored), QString());
        auto kept = wished;
        kept.name = u"湖畔门诊部"_s;
        QCOMPARE(office.facts().hospital, kept);
        QCOMPARE(office.announced.size(), 1U);
        QCOMPARE(office.store->audit().back().act, u"setting.change"_s);
    }

    void aRepeatedCommandStoresTheHospitalOnce()
    {
        Office office;
        const auto command = office.command();
        const HospitalDetails wished{u"湖畔门诊部"_s, {}, {}, {}, {}};

        QVERIFY(await(storeHospital(office.context, command, catalogue(), wished)));
        const auto again = await(storeHospital(office.context, command, catalogue(), wished));

        QCOMPARE(refusal(again), QString());
        QCOMPARE(office.announced.size(), 1U);
        QCOMPARE(office.found(query::settingsOfSession, {}, office.context.session.account).size(), 1U);
    }

    void aHospitalWithoutNameOrWithTooLongWordsIsRefused()
    {
        Office office;
        const auto store = [&](const HospitalDetails &wished) {
            return refusal(await(storeHospital(office.context, office.command(), catalogue(), wished)));
        };

        QCOMPARE(store({u"  "_s, {}, {}, {}, {}}), u"hospital.name-missing"_s);
        QCOMPARE(store({QString(101, u'长'), {}, {}, {}, {}}), u"setting.value"_s);
        QCOMPARE(store({u"a"_s, {}, {}, {}, QString(u"1"_s) + QChar(u'\0')}), u"setting.value"_s);
        QCOMPARE(store({QString(100, u'长'), {}, {}, {}, {}}), QString());
        office.policy->refused.insert(u"setting.manage"_s);
        QCOMPARE(store({u"b"_s, {}, {}, {}, {}}), u"access.denied"_s);
        QCOMPARE(office.facts().hospital.name.size(), 100);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestClinicSetup)
#include "test_clinic_setup.moc"
