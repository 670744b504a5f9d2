#include "unit/workflow/clinic.h"
#include "workflow/consultation/record_allergy.h"
#include "workflow/frontdesk/reveal_identifiers.h"

namespace simiao::test {

using namespace Qt::StringLiterals;
using namespace workflow;
using administration::AllergyStatus;
using clinical::AllergyVerification;

namespace {

AllergyEntry penicillin()
{
    AllergyEntry entry;
    entry.substance = u"青霉素"_s;
    entry.substanceEn = u"Penicillin"_s;
    entry.substanceClass = u"penicillins"_s;
    entry.code = Coding{QString(medications::kAllergenSystem), u"penicillin"_s, u"青霉素"_s};
    entry.reactions = {u"anaphylaxis"_s, u"urticaria"_s};
    entry.criticality = clinical::Criticality::High;
    entry.onset = *PartialDateTime::parse(u"2015-03"_s);
    return entry;
}

struct Ward : Clinic
{
    Id<administration::Patient> patient = world.patient.id;

    Result<clinical::AllergyIntolerance> record(const AllergyEntry &entry)
    {
        return await(workflow::recordAllergy(context, command(), patient, entry));
    }
    AllergyStatus status() const { return loaded(patient)->allergyStatus; }
    std::vector<clinical::AllergyIntolerance> allergies() const
    {
        return found(query::allergiesOfPatient, patient);
    }
};

} // namespace

class TestRecordAllergy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void recordsWhatIsKnown()
    {
        Ward ward;

        const auto allergy = ward.record(penicillin());

        QCOMPARE(refusalWithDetail(allergy), QString());
        QCOMPARE(allergy->reaction, u"anaphylaxis"_s);
        QVERIFY((allergy->reactions() == std::vector{u"anaphylaxis"_s, u"urticaria"_s}));
        QCOMPARE(allergy->verification, AllergyVerification::Confirmed);
        QCOMPARE(allergy->onset->toIso(), u"2015-03"_s);
        QCOMPARE(allergy->recordedBy, ward.world.physician.id);
        QCOMPARE(ward.status(), AllergyStatus::Recorded);
        QCOMPARE(ward.store->audit().back().act, u"allergy.write"_s);
        QCOMPARE(ward.store->audit().back().patient, ward.patient);
    }

    void signingIsBlockedAtOnceByWhatWasJustRecorded()
    {
        Ward ward;
        const auto task = ward.called();
        Clinic::must(ward.record(penicillin()));
        QCOMPARE(refusalWithDetail(ward.sign(task, ward.aDraft())), u"sign.blocked medications"_s);
    }

    void refusesWhatCannotBe_data()
    {
        QTest::addColumn<QString>("substance");
        QTest::addColumn<QString>("onset");
        QTest::addColumn<QString>("refused");
        QTest::newRow("no substance") << u"  "_s << QString() << u"allergy.substance-missing"_s;
        QTest::newRow("in the future") << u"鸡蛋"_s << u"2026-11-23"_s << u"allergy.onset 2026-11-23"_s;
        QTest::newRow("next year") << u"鸡蛋"_s << u"2027"_s << u"allergy.onset 2027"_s;
        QTest::newRow("before birth") << u"鸡蛋"_s << u"1980"_s << u"allergy.onset 1980"_s;
        QTest::newRow("year of birth") << u"鸡蛋"_s << u"1981"_s << QString();
        QTest::newRow("today") << u"鸡蛋"_s << u"2026-11-22"_s << QString();
        QTest::newRow("half a character")
            << QString(QChar(0xd83d)) << QString() << u"text.lone-surrogate 0"_s;
    }
    void refusesWhatCannotBe()
    {
        QFETCH(const QString, substance);
        QFETCH(const QString, onset);
        QFETCH(const QString, refused);
        Ward ward;
        AllergyEntry entry;
        entry.substance = substance;
        if (!onset.isEmpty())
            entry.onset = *PartialDateTime::parse(onset);
        QCOMPARE(refusalWithDetail(ward.record(entry)).trimmed(), refused);
        QCOMPARE(ward.allergies().empty(), !refused.isEmpty());
    }

    void sameSubstanceIsNotRecordedTwice()
    {
        Ward ward;
        Clinic::must(ward.record(penicillin()));
        QCOMPARE(ward.record(penicillin()).error().code, u"allergy.on-record"_s);
        AllergyEntry typed;
        typed.substance = u"青霉素"_s;
        QCOMPARE(ward.record(typed).error().code, u"allergy.on-record"_s);
    }

    void repeatedCommandRecordsOnce()
    {
        Ward ward;
        const auto command = ward.command();
        const auto first = await(recordAllergy(ward.context, command, ward.patient, penicillin()));
        const auto again = await(recordAllergy(ward.context, command, ward.patient, penicillin()));
        QCOMPARE(refusalWithDetail(again), QString());
        QCOMPARE(again->id, first->id);
        QCOMPARE(ward.allergies().size(), 1U);
    }

    void noneKnownIsSaidOnlyWhenNoneIs()
    {
        Ward ward;
        const auto allergy = Clinic::must(ward.record(penicillin()));
        const auto refused = await(assertNoKnownAllergies(ward.context, ward.command(), ward.patient));
        QCOMPARE(refusalWithDetail(refused), u"allergy.in-force 青霉素"_s);

        Clinic::must(await(strikeAllergy(ward.context, ward.command(), allergy.id, u"another patient"_s)));
        QCOMPARE(ward.status(), AllergyStatus::NotAsked); // nobody has said that there is none

        const auto none = await(assertNoKnownAllergies(ward.context, ward.command(), ward.patient));
        QCOMPARE(refusalWithDetail(none), QString());
        QCOMPARE(ward.status(), AllergyStatus::NoneKnown);
        QCOMPARE(ward.store->audit().back().detail, u"none-known"_s);
    }

    void struckEntryStaysOnRecordAndCountsForNothing()
    {
        Ward ward;
        const auto allergy = Clinic::must(ward.record(penicillin()));
        QCOMPARE(await(strikeAllergy(ward.context, ward.command(), allergy.id, u" "_s)).error().code,
                 u"allergy.reason-missing"_s);

        const auto struck = Clinic::must(
            await(strikeAllergy(ward.context, ward.command(), allergy.id, u"another patient"_s)));

        QCOMPARE(struck.verification, AllergyVerification::EnteredInError);
        QCOMPARE(struck.errorReason, u"another patient"_s);
        QVERIFY(ward.allergies().empty());
        QCOMPARE(ward.loaded(allergy.id)->substance, u"青霉素"_s);
        QCOMPARE(await(strikeAllergy(ward.context, ward.command(), allergy.id, u"again"_s)).error().code,
                 u"allergy.state"_s);
        QCOMPARE(refusalWithDetail(ward.sign(ward.called(), ward.aDraft())), QString());
    }

    void oneOfTwoStruckLeavesTheOther()
    {
        Ward ward;
        const auto first = Clinic::must(ward.record(penicillin()));
        AllergyEntry egg;
        egg.substance = u"鸡蛋"_s;
        Clinic::must(ward.record(egg));
        Clinic::must(await(strikeAllergy(ward.context, ward.command(), first.id, u"slip"_s)));
        QCOMPARE(ward.status(), AllergyStatus::Recorded);
        QCOMPARE(ward.allergies().size(), 1U);
    }

    void onlyWhoMayRecordsAllergies()
    {
        Ward ward;
        ward.world.policy->refused.insert(u"allergy.write"_s);
        QCOMPARE(ward.record(penicillin()).error().kind, ErrorKind::Forbidden);
        QCOMPARE(await(assertNoKnownAllergies(ward.context, ward.command(), ward.patient)).error().kind,
                 ErrorKind::Forbidden);
    }

    void numbersAreShownInFullToWhoMayAndItIsAudited()
    {
        Ward ward;
        const auto shown = await(revealIdentifiers(ward.context, ward.patient));
        QCOMPARE(shown->phone, u"19900000001"_s);
        QCOMPARE(ward.store->audit().back().act, u"patient.identifiers"_s);
        QCOMPARE(ward.store->audit().back().patient, ward.patient);

        ward.world.policy->refused.insert(u"patient.identifiers"_s);
        QCOMPARE(await(revealIdentifiers(ward.context, ward.patient)).error().kind, ErrorKind::Forbidden);
        QCOMPARE(ward.store->audit().back().outcome, security::AuditOutcome::Refused);
    }
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestRecordAllergy)
#include "test_record_allergy.moc"
