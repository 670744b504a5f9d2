#include "integration/dicom/pet_facts.h"

#include <QtTest>

#include <dcmtk/config/osconfig.h>
#include <dcmtk/dcmdata/dctk.h>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// 370 MBq of fluorine-18 in 70 kg, scanned from 10:49:46.2 on, one half-life after 09:00 of the same clock.
/// \param injected  DT  \param zone  Timezone Offset From UTC; empty: the image says none
Result<double> scaleOf(const QByteArray &injected, const QByteArray &zone)
{
    DcmDataset dataset;
    const auto put = [](DcmItem &item, const DcmTagKey &tag, const char *value) {
        QVERIFY(item.putAndInsertString(tag, value).good());
    };
    put(dataset, DCM_Modality, "PT");
    if (!zone.isEmpty())
        put(dataset, DCM_TimezoneOffsetFromUTC, zone.constData());
    put(dataset, DCM_Units, "BQML");
    put(dataset, DCM_CorrectedImage, "NORM\\ATTN\\DECY");
    put(dataset, DCM_DecayCorrection, "START");
    put(dataset, DCM_PatientWeight, "70");
    put(dataset, DCM_SeriesDate, "20261122");
    put(dataset, DCM_SeriesTime, "104946.2");
    put(dataset, DCM_AcquisitionDate, "20261122");
    put(dataset, DCM_AcquisitionTime, "105500");
    DcmItem *tracer = nullptr;
    dataset.findOrCreateSequenceItem(DCM_RadiopharmaceuticalInformationSequence, tracer);
    put(*tracer, DCM_RadionuclideTotalDose, "370000000");
    put(*tracer, DCM_RadionuclideHalfLife, "6586.2");
    put(*tracer, DCM_RadiopharmaceuticalStartTime, "090000");
    put(*tracer, DCM_RadiopharmaceuticalStartDateTime, injected.constData());
    return imaging::suvPerUnit(dicom::petFacts(dataset).value());
}

} // namespace

/// Injection and scan on clocks of one zone or of two.
class TestPetTimes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comparesInOneZone_data();
    void comparesInOneZone();
    void refusesWhereOnlyTheInjectionSaysAZone_data();
    void refusesWhereOnlyTheInjectionSaysAZone();
};

void TestPetTimes::comparesInOneZone_data()
{
    QTest::addColumn<QByteArray>("injected");
    QTest::addColumn<QByteArray>("zone");
    QTest::addColumn<double>("perUnit");

    constexpr double kOneHalfLife = 70e3 / 185e6; // g / Bq
    constexpr double kTwoHalfLives = 70e3 / 92.5e6;
    const auto row = [](const char *name, const char *injected, const char *zone, double perUnit) {
        QTest::newRow(name) << QByteArray(injected) << QByteArray(zone) << perUnit;
    };
    row("nobody says a zone", "20261122090000", "", kOneHalfLife);
    row("the image's zone is the injection's", "20261122090000", "+0800", kOneHalfLife);
    row("both the same", "20261122090000.00+0800", "+0800", kOneHalfLife);
    row("injected in UTC, scanned in China", "20261122010000+0000", "+0800", kOneHalfLife);
    row("injected in UTC, the day before", "20261121223000.0+0000", "+1030", kOneHalfLife);
    row("west of Greenwich", "20261122140000+0000", "-0500", kOneHalfLife);
    row("half an hour off, west", "20261122090000-0330", "-0330", kOneHalfLife);
    row("from one side to the other", "20261122000000-0200", "+0700", kOneHalfLife);
    // 07:10:13.8 in China
    row("two half-lives", "20261121231013.8+0000", "+0800", kTwoHalfLives);
}

void TestPetTimes::comparesInOneZone()
{
    QFETCH(QByteArray, injected);
    QFETCH(QByteArray, zone);
    QFETCH(double, perUnit);

    const auto found = scaleOf(injected, zone);

    QVERIFY2(found, found ? "" : qPrintable(logLine(found.error())));
    QVERIFY2(std::abs(*found / perUnit - 1) < 1e-6, qPrintable(QString::number(*found / perUnit)));
}

void TestPetTimes::refusesWhereOnlyTheInjectionSaysAZone_data()
{
    QTest::addColumn<QByteArray>("injected");
    QTest::addColumn<QByteArray>("zone");
    QTest::newRow("the image says none") << "20261122010000+0000"_ba << ""_ba;
    QTest::newRow("it might be the same") << "20261122090000+0800"_ba << ""_ba;
    QTest::newRow("the image's makes no sense") << "20261122010000+0000"_ba << "CST"_ba;
    QTest::newRow("the injection's makes no sense") << "20261122010000+8"_ba << "+0800"_ba;
}

void TestPetTimes::refusesWhereOnlyTheInjectionSaysAZone()
{
    QFETCH(QByteArray, injected);
    QFETCH(QByteArray, zone);

    const auto found = scaleOf(injected, zone);

    QVERIFY(!found);
    QCOMPARE(found.error().code, u"imaging.suv-zone"_s);
}

QTEST_APPLESS_MAIN(TestPetTimes)
#include "test_pet_times.moc"
