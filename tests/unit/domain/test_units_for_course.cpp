#include "domain/medications/dosage.h"
#include "support/world.h"
#include "unit/domain/refusal.h"

#include <QTest>

namespace simiao::test {

using namespace Qt::StringLiterals;
using medications::Dosage;
using medications::Medication;
using medications::unitsForCourse;

namespace {

/// "0.5 g" as a quantity.
Quantity quantity(const QString &text)
{
    return {*Decimal::parse(text.section(u' ', 0, 0)), text.section(u' ', 1)};
}

Medication capsulesOf(const QString &strength)
{
    Medication drug;
    drug.strength = quantity(strength);
    drug.smallestUnit = u"粒"_s;
    return drug;
}

medications::DosageTerms terms()
{
    auto terms = someDosageTerms();
    terms.frequencies.push_back({u"qod"_s, {}, Decimal::fromParts(5, 1), {}});
    terms.units.push_back({u"ml"_s, u"volume"_s, Decimal(1), {}});
    terms.units.push_back({u"ug"_s, u"mass"_s, Decimal::fromParts(1, 3), {}});
    return terms;
}

} // namespace

class TestUnitsForCourse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsWholePieces_data()
    {
        QTest::addColumn<QString>("strength");
        QTest::addColumn<QString>("dose");
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<int>("days");
        QTest::addColumn<qint64>("units");
        QTest::newRow("0.5 g of 0.25 g") << "0.25 g" << "0.5 g" << "tid" << 7 << qint64(42);
        QTest::newRow("mg against g") << "0.25 g" << "500 mg" << "tid" << 7 << qint64(42);
        QTest::newRow("g against mg") << "250 mg" << "0.50 g" << "tid" << 7 << qint64(42);
        QTest::newRow("pieces") << "0.25 g" << u"2 粒"_s << "tid" << 7 << qint64(42);
        QTest::newRow("started piece, each dose") << "0.25 g" << "0.3 g" << "bid" << 5 << qint64(20);
        QTest::newRow("half a piece") << "0.25 mg" << "0.125 mg" << "qd" << 7 << qint64(7);
        QTest::newRow("half a counted piece") << "0.25 g" << u"0.5 粒"_s << "qd" << 7 << qint64(7);
        QTest::newRow("a third is not rounded away") << "3 g" << "1 g" << "qd" << 1 << qint64(1);
        QTest::newRow("a sliver is not rounded away") << "0.5 g" << "0.01 ug" << "qd" << 1 << qint64(1);
        QTest::newRow("a sliver more takes one more") << "1 g" << "1000.001 mg" << "qd" << 1 << qint64(2);
        QTest::newRow("every other day") << "0.25 g" << "0.25 g" << "qod" << 7 << qint64(4);
        QTest::newRow("at once") << "0.25 g" << "0.5 g" << "st" << 1 << qint64(2);
        QTest::newRow("at once, days not said") << "0.25 g" << "0.5 g" << "st" << 0 << qint64(2);
        QTest::newRow("once a week") << "70 mg" << "70 mg" << "qw" << 28 << qint64(4);
        QTest::newRow("a started week has its dose") << "70 mg" << "70 mg" << "qw" << 8 << qint64(2);
        QTest::newRow("twice a week") << "0.25 g" << "0.5 g" << "biw" << 14 << qint64(8);
        QTest::newRow("twice a week, three days") << "0.25 g" << "0.25 g" << "biw" << 3 << qint64(1);
        QTest::newRow("Chinese word") << "0.25 g" << "0.25 g" << u"每日三次"_s << 1 << qint64(3);
    }
    void countsWholePieces()
    {
        QFETCH(QString, strength);
        QFETCH(QString, dose);
        QFETCH(QString, frequency);
        QFETCH(int, days);
        QFETCH(qint64, units);

        const auto counted =
            unitsForCourse({quantity(dose), u"oral"_s, frequency, days}, capsulesOf(strength), m_terms);

        QCOMPARE(refusal(counted), QString());
        QCOMPARE(*counted, units);
    }

    void countsContainersOverTheCourse_data()
    {
        QTest::addColumn<QString>("strength");
        QTest::addColumn<QString>("content");
        QTest::addColumn<QString>("dose");
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<int>("days");
        QTest::addColumn<qint64>("units");
        QTest::newRow("cream, dose of the cream") << "5 mg" << "5 g" << "0.5 g" << "qd" << 7 << qint64(1);
        QTest::newRow("ointment over a second tube")
            << "0.1 g" << "5 g" << "0.5 g" << "tid" << 5 << qint64(2);
        QTest::newRow("pen, dose in units") << "300 U" << "3 ml" << "10 U" << "qd" << 7 << qint64(1);
        QTest::newRow("one bottle a dose") << "0.5 g" << "100 ml" << "0.5 g" << "qd" << 3 << qint64(3);
        QTest::newRow("a whole tube each time") << "0.1 g" << "5 g" << u"1 粒"_s << "tid" << 2 << qint64(6);
    }
    void countsContainersOverTheCourse()
    {
        QFETCH(QString, strength);
        QFETCH(QString, content);
        QFETCH(QString, dose);
        QFETCH(QString, frequency);
        QFETCH(int, days);
        QFETCH(qint64, units);
        auto drug = capsulesOf(strength);
        drug.content = quantity(content);

        const auto counted = unitsForCourse({quantity(dose), {}, frequency, days}, drug, m_terms);

        QCOMPARE(refusal(counted), QString());
        QCOMPARE(*counted, units);
    }

    void refusesWhatCannotBeCounted_data()
    {
        QTest::addColumn<QString>("strength");
        QTest::addColumn<QString>("dose");
        QTest::addColumn<QString>("frequency");
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("code");
        QTest::newRow("when needed") << "0.25 g" << "0.5 g" << "prn" << 7 << "dosage.doses-missing";
        QTest::newRow("one dose for a week") << "0.25 g" << "0.5 g" << "st" << 7 << "dosage.single-dose";
        QTest::newRow("unknown frequency")
            << "0.25 g" << "0.5 g" << "often" << 7 << "dosage.frequency-uncountable";
        QTest::newRow("no frequency") << "0.25 g" << "0.5 g" << "" << 7 << "dosage.frequency-uncountable";
        QTest::newRow("volume against mass") << "0.25 g" << "5 ml" << "tid" << 7 << "dosage.unit-mismatch";
        QTest::newRow("unknown unit") << "0.25 g" << "5 spoons" << "tid" << 7 << "dosage.unit-mismatch";
        QTest::newRow("no unit") << "0.25 g" << "5 " << "tid" << 7 << "dosage.unit-mismatch";
        QTest::newRow("no days") << "0.25 g" << "0.5 g" << "tid" << 0 << "dosage.not-positive";
        QTest::newRow("negative days") << "0.25 g" << "0.5 g" << "tid" << -7 << "dosage.not-positive";
        QTest::newRow("no dose") << "0.25 g" << "0 g" << "tid" << 7 << "dosage.not-positive";
        QTest::newRow("negative dose") << "0.25 g" << "-0.5 g" << "tid" << 7 << "dosage.not-positive";
        QTest::newRow("drug without strength")
            << "0 g" << "0.5 g" << "tid" << 7 << "core.decimal-division-by-zero";
        QTest::newRow("too much to count")
            << "0.25 g" << u"999999999999999999 粒"_s << "tid" << 7 << "core.decimal-overflow";
    }
    void refusesWhatCannotBeCounted()
    {
        QFETCH(QString, strength);
        QFETCH(QString, dose);
        QFETCH(QString, frequency);
        QFETCH(int, days);
        QFETCH(QString, code);
        QCOMPARE(
            refusal(unitsForCourse({quantity(dose), {}, frequency, days}, capsulesOf(strength), m_terms)),
            code);
    }

    void whenNeededTakesAsManyAsWasSaid()
    {
        Dosage dosage{quantity(u"0.5 g"_s), u"oral"_s, u"prn"_s, 0};
        dosage.maxDoses = 6;

        QCOMPARE(*unitsForCourse(dosage, capsulesOf(u"0.25 g"_s), m_terms), 12);
        QCOMPARE(medications::daysOfCourse(dosage, m_terms), std::nullopt);

        dosage.maxDoses = 0;
        QCOMPARE(refusal(unitsForCourse(dosage, capsulesOf(u"0.25 g"_s), m_terms)), u"dosage.not-positive"_s);
    }

    void saidDosesStandAboveThoseThatFollow()
    {
        Dosage dosage{quantity(u"0.25 g"_s), u"oral"_s, u"tid"_s, 7};
        dosage.maxDoses = 10;
        QCOMPARE(*medications::dosesOfCourse(dosage, m_terms), 10);
    }

    void moreDaysOrMoreDoseNeverTakeFewerPieces()
    {
        const auto drug = capsulesOf(u"0.25 g"_s);
        qint64 fewerDays = 0;
        for (int days = 1; days <= 30; ++days) {
            qint64 smallerDose = 0;
            for (int mg = 50; mg <= 1000; mg += 50) {
                const auto units =
                    unitsForCourse({{Decimal(mg), u"mg"_s}, {}, u"qod"_s, days}, drug, m_terms);
                QVERIFY(units && *units >= smallerDose && *units > 0);
                smallerDose = *units;
            }
            QVERIFY(smallerDose >= fewerDays);
            fewerDays = smallerDose;
        }
    }

private:
    const medications::DosageTerms m_terms = terms();
};

} // namespace simiao::test

QTEST_GUILESS_MAIN(simiao::test::TestUnitsForCourse)
#include "test_units_for_course.moc"
