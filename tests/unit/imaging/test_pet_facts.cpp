#include "imaging/pet_facts.h"

#include <QTest>

#include <cmath>
#include <functional>

using namespace simiao;
using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

QDateTime at(int hour, int minute, int second = 0, int day = 22)
{
    return {QDate(2026, 11, day), QTime(hour, minute, second), Qt::UTC};
}

/// 370 MBq of fluorine-18 at 09:00, 70 kg; the scan begins one half-life (6586.2 s) later.
PetFacts anFdgScan()
{
    return {.units = u"BQML"_s,
            .correctedImage = {u"NORM"_s, u"DTIM"_s, u"ATTN"_s, u"SCAT"_s, u"DECY"_s},
            .decayCorrection = u"START"_s,
            .weightKg = 70,
            .doseBq = 370e6,
            .halfLifeS = 6586.2,
            .injected = at(9, 0),
            .isInjectionDayKnown = true,
            .series = at(9, 0).addMSecs(6'586'200),
            .acquisition = at(10, 55)};
}

using Change = std::function<void(PetFacts &)>;

} // namespace

/// Expected values are reckoned by hand from weight in grams over the dose that is left.
class TestPetFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void scalesByWeightAndTheDoseThatIsLeft_data();
    void scalesByWeightAndTheDoseThatIsLeft();
    void refusesAndSaysWhy_data();
    void refusesAndSaysWhy();
};

void TestPetFacts::scalesByWeightAndTheDoseThatIsLeft_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<double>("perUnit");
    const auto row = [](const char *name, double perUnit, const Change &change) {
        QTest::newRow(name) << change << perUnit;
    };
    // 70 000 g / 185 000 000 Bq
    row("one half-life", 3.783783784e-4, [](PetFacts &) {});
    // 70 000 g / 92 500 000 Bq
    row("two half-lives", 7.567567568e-4, [](PetFacts &f) {
        f.series = at(9, 0).addMSecs(13'172'400);
        f.acquisition = at(13, 0);
    });
    // 70 000 g / 370 000 000 Bq
    row("corrected to the injection", 1.891891892e-4, [](PetFacts &f) { f.decayCorrection = u"ADMIN"_s; });
    row("corrected to the injection, without times", 1.891891892e-4, [](PetFacts &f) {
        f.decayCorrection = u"ADMIN"_s;
        f.injected.reset();
        f.series.reset();
        f.halfLifeS.reset();
    });
    row("day of the injection not said", 3.783783784e-4, [](PetFacts &f) {
        f.isInjectionDayKnown = false;
        f.injected = at(9, 0, 0, 1);
    });
    // 23:30 to 01:19:46.2 is one half-life.
    row("injected before midnight", 3.783783784e-4, [](PetFacts &f) {
        f.isInjectionDayKnown = false;
        f.injected = at(23, 30, 0, 1);
        f.series = at(23, 30, 0, 21).addMSecs(6'586'200);
        f.acquisition = at(2, 0);
    });
    // The series was made again at 15:00. Acquisition 11:00:00, a frame of 1800 s at the reference time 910 s. The mean rate
    // stood at ln(L/(1-e^-L))/l: l = ln 2/6586.2 = 1.05242e-4, L = 0.1894356, e^-L = 0.827426, ln(0.1894356/0.172574) =
    // 0.0932223, so 885.79 s; the scan began 24.21 s before the acquisition, 7175.79 s after the injection: 2^-(1.089519) =
    // 0.469918 of 370 MBq = 173.870 MBq.
    row("series made again later", 7.0e4 / 173.870e6, [](PetFacts &f) {
        f.series = at(15, 0);
        f.acquisition = at(11, 0);
        f.frameReferenceMs = 910'000;
        f.frameDurationMs = 1'800'000;
    });
    row("SUV already", 1, [](PetFacts &f) {
        f = {.correctedImage = {u"ATTN"_s, u"DECY"_s}};
        f.units = u"GML"_s;
    });
    row("SUV by weight already", 1, [](PetFacts &f) {
        f.units = u"GML"_s;
        f.suvType = u"BW"_s;
    });
}

void TestPetFacts::scalesByWeightAndTheDoseThatIsLeft()
{
    QFETCH(Change, change);
    QFETCH(double, perUnit);
    auto facts = anFdgScan();
    change(facts);

    const auto found = suvPerUnit(facts);

    QVERIFY2(found, found ? "" : qPrintable(logLine(found.error())));
    QVERIFY2(std::abs(*found / perUnit - 1) < 2e-5, qPrintable(QString::number(*found, 'g', 10)));
}

void TestPetFacts::refusesAndSaysWhy_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<Change>("change");
    const auto row = [](const char *name, const QString &code, const Change &change) {
        QTest::newRow(name) << code << change;
    };
    row("counts", u"imaging.suv-units"_s, [](PetFacts &f) { f.units = u"CNTS"_s; });
    row("no unit", u"imaging.suv-units"_s, [](PetFacts &f) { f.units.clear(); });
    row("by lean body mass", u"imaging.suv-type"_s, [](PetFacts &f) {
        f.units = u"GML"_s;
        f.suvType = u"LBM"_s;
    });
    row("SUV that nothing corrects", u"imaging.suv-attenuation"_s, [](PetFacts &f) {
        f = {};
        f.units = u"GML"_s;
    });
    row("SUV, not attenuation corrected", u"imaging.suv-attenuation"_s, [](PetFacts &f) {
        f.units = u"GML"_s;
        f.correctedImage = {u"DECY"_s};
    });
    row("SUV, not decay corrected", u"imaging.suv-decay"_s, [](PetFacts &f) {
        f.units = u"GML"_s;
        f.correctedImage = {u"ATTN"_s};
    });
    row("not attenuation corrected", u"imaging.suv-attenuation"_s,
        [](PetFacts &f) { f.correctedImage.removeAll(u"ATTN"_s); });
    row("not decay corrected", u"imaging.suv-decay"_s,
        [](PetFacts &f) { f.correctedImage.removeAll(u"DECY"_s); });
    row("decay correction to nothing", u"imaging.suv-decay"_s,
        [](PetFacts &f) { f.decayCorrection = u"NONE"_s; });
    row("no weight", u"imaging.suv-weight"_s, [](PetFacts &f) { f.weightKg.reset(); });
    row("weight 0", u"imaging.suv-weight"_s, [](PetFacts &f) { f.weightKg = 0; });
    row("weight in grams", u"imaging.suv-weight"_s, [](PetFacts &f) { f.weightKg = 70'000; });
    row("no dose", u"imaging.suv-dose"_s, [](PetFacts &f) { f.doseBq.reset(); });
    row("dose in MBq", u"imaging.suv-dose"_s, [](PetFacts &f) { f.doseBq = 370; });
    row("no half-life", u"imaging.suv-half-life"_s, [](PetFacts &f) { f.halfLifeS.reset(); });
    row("half-life 0", u"imaging.suv-half-life"_s, [](PetFacts &f) { f.halfLifeS = 0; });
    row("no injection", u"imaging.suv-injection"_s, [](PetFacts &f) {
        f.injected.reset();
        f.isInjectionDayKnown = false;
    });
    row("injection in a zone, scan in none", u"imaging.suv-zone"_s, [](PetFacts &f) {
        f.injected.reset();
        f.isInjectionDayKnown = false;
        f.isInjectionZoneUnsure = true;
    });
    row("injected after the scan", u"imaging.suv-injection"_s,
        [](PetFacts &f) { f.injected = f.series->addSecs(60); });
    row("injected a month before", u"imaging.suv-injection"_s,
        [](PetFacts &f) { f.injected = f.series->addDays(-30); });
    row("no scan time", u"imaging.suv-scan-time"_s, [](PetFacts &f) { f.series.reset(); });
    row("series made again, frame unknown", u"imaging.suv-scan-time"_s,
        [](PetFacts &f) { f.series = at(15, 0); });
}

void TestPetFacts::refusesAndSaysWhy()
{
    QFETCH(QString, code);
    QFETCH(Change, change);
    auto facts = anFdgScan();
    change(facts);

    const auto found = suvPerUnit(facts);

    QVERIFY(!found);
    QCOMPARE(found.error().code, code);
}

QTEST_APPLESS_MAIN(TestPetFacts)
#include "test_pet_facts.moc"
