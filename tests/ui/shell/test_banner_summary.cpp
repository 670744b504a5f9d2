#include "sdk/banner_summary.h"

#include <QTest>

using namespace simiao;
using namespace simiao::sdk;
using namespace Qt::StringLiterals;

namespace {

const Date kToday = *Date::parse(u"2026-11-22"_s);

sdk::BannerPatient aPerson(const QString &born = u"1981-03-14"_s)
{
    sdk::BannerPatient person;
    person.patient.name = u"张伟"_s;
    person.patient.mrn = u"100238"_s;
    person.patient.gender = administration::Gender::Male;
    person.patient.birthDate = *Date::parse(born);
    return person;
}

clinical::AllergyIntolerance anAllergy(const QString &substance, clinical::Criticality criticality)
{
    clinical::AllergyIntolerance allergy;
    allergy.substance = substance;
    allergy.substanceEn = substance;
    allergy.reaction = u"rash"_s;
    allergy.criticality = criticality;
    return allergy;
}

ui::PatientSummary summaryOf(const sdk::BannerPatient &person)
{
    return bannerSummary(person, QLocale(QLocale::English), kToday);
}

} // namespace

class TestBannerSummary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheAge_data()
    {
        QTest::addColumn<QString>("born");
        QTest::addColumn<QString>("told");
        QTest::newRow("adult") << u"1981-03-14"_s << u"M 45y"_s;
        QTest::newRow("small child") << u"2024-09-20"_s << u"M 2y 2m"_s;
        QTest::newRow("infant") << u"2026-09-20"_s << u"M 2m 2d"_s;
        QTest::newRow("newborn") << u"2026-11-20"_s << u"M 2d"_s;
        QTest::newRow("born later") << u"2026-11-23"_s << u"M age unknown"_s;
    }

    void tellsTheAge()
    {
        QFETCH(const QString, born);
        QFETCH(const QString, told);

        QCOMPARE(summaryOf(aPerson(born)).sexAge, told);
    }

    void putsTheGravestAllergyFirst()
    {
        auto person = aPerson();
        person.allergies = {anAllergy(u"Dust"_s, clinical::Criticality::Low),
                            anAllergy(u"Penicillin"_s, clinical::Criticality::High)};

        const auto badges = summaryOf(person).badges;

        QCOMPARE(badges.size(), 2);
        QCOMPARE(badges.front(), (ui::BannerBadge{ui::Severity::Block, u"Penicillin: rash"_s}));
    }

    void tellsNotAskedFromNoneKnown()
    {
        auto person = aPerson();
        person.patient.allergyStatus = administration::AllergyStatus::NotAsked;
        const auto notAsked = summaryOf(person).badges.front();
        person.patient.allergyStatus = administration::AllergyStatus::NoneKnown;
        const auto none = summaryOf(person).badges.front();

        QCOMPARE(notAsked, (ui::BannerBadge{ui::Severity::Warn, u"Allergies not asked"_s}));
        QCOMPARE(none, (ui::BannerBadge{ui::Severity::Ok, u"No known allergies"_s}));
    }

    void saysThatAWeightIsNotRecorded() { QCOMPARE(summaryOf(aPerson()).body, u"weight not recorded"_s); }
};

QTEST_APPLESS_MAIN(TestBannerSummary)
#include "test_banner_summary.moc"
