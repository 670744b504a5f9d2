#include "imaging/measure/values.h"
#include "imaging/spacing_ground.h"

#include <QtTest>

using namespace simiao::imaging;

namespace {

/// Rows twice as far apart as columns.
Scale anisotropic()
{
    return {.columnMm = 0.5, .rowMm = 1, .basis = LengthBasis::PixelSpacing};
}

Scale unknown()
{
    return {};
}

/// A picture of the body on the left with 0.2 mm a pixel, a Doppler curve below, a small inset with 0.1 mm.
Scale ultrasound()
{
    return {
        .regions = {{0, 0, 299, 199, 0.2, 0.2}, {0, 200, 299, 299, {}, {}}, {200, 20, 249, 69, 0.1, 0.1}}};
}

} // namespace

class TestMeasureValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLengthFollowsBothSpacings();
    void aLengthNamesItsBasis_data();
    void aLengthNamesItsBasis();
    void countsPixelsWhereNothingIsKnown();
    void aRegionHasItsOwnScale();
    void aLineThatLeavesItsRegionHasNoLength_data();
    void aLineThatLeavesItsRegionHasNoLength();
    void besideAllRegionsPixelsAreCounted();
    void anAngleIsThatOfThePatient();
    void anAngleWithoutArmsIsNone();
    void shortArmsCarryNoDecimals();
    void cobbDoesNotDependOnTheOrderOfTheEnds();
    void cobbBeyondNinetyIsNotFoldedBack();
    void cobbOfLyingSpines();
    void theLongerAxisComesFirst();
    void theSecondAxisIsSquareInThePatient();
    void roundsToWhatTheSpacingCarries();
};

void TestMeasureValues::aLengthFollowsBothSpacings()
{
    const auto diagonal = lengthBetween(anisotropic(), {10, 10}, {16, 14});

    QCOMPARE(*diagonal.value, 5.0); // 6 columns are 3 mm, 4 rows are 4 mm
    QVERIFY(diagonal.isMillimetres());
}

void TestMeasureValues::aLengthNamesItsBasis_data()
{
    QTest::addColumn<int>("spacing");
    QTest::addColumn<QString>("calibration");
    QTest::addColumn<int>("basis");
    const auto row = [](const char *name, SpacingBasis spacing, const QString &calibration,
                        LengthBasis basis) {
        QTest::newRow(name) << int(spacing) << calibration << int(basis);
    };
    row("in the patient", SpacingBasis::PixelSpacing, {}, LengthBasis::PixelSpacing);
    row("at the detector", SpacingBasis::ImagerPixelSpacing, {}, LengthBasis::Detector);
    row("in either", SpacingBasis::PlaneUnknown, {}, LengthBasis::PlaneUnknown);
    row("calibrated", SpacingBasis::Calibrated, {}, LengthBasis::Calibrated);
    row("by geometry", SpacingBasis::Calibrated, kByGeometry, LengthBasis::Geometry);
    row("by a fiducial", SpacingBasis::Calibrated, kByFiducial, LengthBasis::Fiducial);
    row("nothing", SpacingBasis::None, {}, LengthBasis::Pixels);
}

void TestMeasureValues::aLengthNamesItsBasis()
{
    QFETCH(int, spacing);
    QFETCH(QString, calibration);
    QFETCH(int, basis);
    FrameFacts facts{.geometry = *FrameGeometry::create(8, 8, 1, SampleType::U8)};
    facts.spacing = {
        .rowMm = 0.2, .columnMm = 0.1, .basis = SpacingBasis(spacing), .calibration = calibration};

    const auto length = lengthBetween(scaleOf(facts), {0, 0}, {0, 5});

    QCOMPARE(int(length.basis), basis);
    QCOMPARE(*length.value, length.isMillimetres() ? 1.0 : 5.0);
}

void TestMeasureValues::countsPixelsWhereNothingIsKnown()
{
    const auto length = lengthBetween(unknown(), {0, 0}, {3, 4});

    QCOMPARE(*length.value, 5.0);
    QVERIFY(!length.isMillimetres());
    QCOMPARE(*length.why, NoMillimetres::NoSpacing);
}

void TestMeasureValues::aRegionHasItsOwnScale()
{
    const auto inBody = lengthBetween(ultrasound(), {10, 10}, {110, 10});
    const auto inInset = lengthBetween(ultrasound(), {205, 30}, {205, 60});

    QCOMPARE(*inBody.value, 20.0);
    QCOMPARE(*inInset.value, 3.0);
    QCOMPARE(inBody.basis, LengthBasis::Region);
}

void TestMeasureValues::aLineThatLeavesItsRegionHasNoLength_data()
{
    QTest::addColumn<double>("fromColumn");
    QTest::addColumn<double>("fromRow");
    QTest::addColumn<double>("toColumn");
    QTest::addColumn<double>("toRow");
    QTest::addColumn<int>("why");
    const auto leaves = int(NoMillimetres::LeavesRegion);
    QTest::newRow("into the curve") << 10. << 150. << 10. << 250. << leaves;
    QTest::newRow("out of all") << 10. << 150. << 400. << 150. << leaves;
    QTest::newRow("into the inset") << 150. << 40. << 220. << 40. << leaves;
    QTest::newRow("across the inset") << 150. << 40. << 290. << 40. << leaves;
    QTest::newRow("outside, across the body") << -9. << 40. << 400. << 40. << leaves;
    QTest::newRow("along the curve") << 10. << 250. << 90. << 250. << int(NoMillimetres::NoLengthAxis);
}

void TestMeasureValues::aLineThatLeavesItsRegionHasNoLength()
{
    QFETCH(double, fromColumn);
    QFETCH(double, fromRow);
    QFETCH(double, toColumn);
    QFETCH(double, toRow);
    QFETCH(int, why);

    const auto length = lengthBetween(ultrasound(), {fromColumn, fromRow}, {toColumn, toRow});

    QVERIFY(!length.value);
    QCOMPARE(int(*length.why), why);
}

void TestMeasureValues::besideAllRegionsPixelsAreCounted()
{
    const auto length = lengthBetween(ultrasound(), {400, 10}, {400, 20});

    QCOMPARE(*length.value, 10.0);
    QCOMPARE(*length.why, NoMillimetres::OutsideRegions);
}

void TestMeasureValues::anAngleIsThatOfThePatient()
{
    const auto square = angleAt(anisotropic(), {100, 0}, {0, 0}, {0, 100});
    const auto half = angleAt(anisotropic(), {100, 0}, {0, 0}, {200, 100}); // 100 mm by 100 mm

    QCOMPARE(*square.degrees, 90.0);
    QCOMPARE(*half.degrees, 45.0);
    QCOMPARE(half.decimals, 1);
    QCOMPARE(*angleAt(anisotropic(), {-5, 0}, {0, 0}, {5, 0}).degrees, 180.0);
}

void TestMeasureValues::anAngleWithoutArmsIsNone()
{
    QVERIFY(!angleAt(anisotropic(), {3, 3}, {3, 3}, {9, 9}).degrees);
}

void TestMeasureValues::shortArmsCarryNoDecimals()
{
    QCOMPARE(angleAt(anisotropic(), {20, 0}, {0, 0}, {0, 300}).decimals, 0);
}

void TestMeasureValues::cobbDoesNotDependOnTheOrderOfTheEnds()
{
    const Scale isotropic{.basis = LengthBasis::PixelSpacing};

    QCOMPARE(*cobbAngle(isotropic, {{0, 0}, {100, 100}, {0, 300}, {100, 300}}).degrees, 45.0);
    QCOMPARE(*cobbAngle(isotropic, {{100, 100}, {0, 0}, {0, 300}, {100, 300}}).degrees, 45.0);
    QCOMPARE(*cobbAngle(isotropic, {{0, 0}, {100, 100}, {100, 300}, {0, 300}}).degrees, 45.0);
}

void TestMeasureValues::cobbBeyondNinetyIsNotFoldedBack()
{
    const Scale isotropic{.basis = LengthBasis::PixelSpacing};
    const double tilt = std::tan(50 * M_PI / 180) * 100;

    const auto angle = cobbAngle(isotropic, {{0, 0}, {100, tilt}, {100, 500}, {0, 500 + tilt}});

    QVERIFY(std::abs(*angle.degrees - 100) < 1e-9);
}

void TestMeasureValues::cobbOfLyingSpines()
{
    const Scale isotropic{.basis = LengthBasis::PixelSpacing};

    const auto angle = cobbAngle(isotropic, {{0, 0}, {10, 100}, {300, 100}, {310, 0}});

    QVERIFY(std::abs(*angle.degrees - 2 * std::atan(0.1) * 180 / M_PI) < 1e-9);
}

void TestMeasureValues::theLongerAxisComesFirst()
{
    const auto both = bidirectional(anisotropic(), {{0, 0}, {10, 0}, {5, -10}, {5, 10}});

    QCOMPARE(*both.longer.value, 20.0);
    QCOMPARE(*both.shorter.value, 5.0);
}

void TestMeasureValues::theSecondAxisIsSquareInThePatient()
{
    const auto points = squared(anisotropic(), {{0, 0}, {20, 10}, {10, 5}, {12, 0}});

    const auto angle = angleAt(anisotropic(), {10 + 20, 5 + 10}, points[2], points[3]);
    QVERIFY(std::abs(*angle.degrees - 90) < 1e-9);
    QCOMPARE(points[2], (ImagePoint{10, 5}));
}

void TestMeasureValues::roundsToWhatTheSpacingCarries()
{
    QCOMPARE(decimalsFor(0.7), 1);
    QCOMPARE(decimalsFor(1), 1);
    QCOMPARE(decimalsFor(0.07), 2);
    QCOMPARE(decimalsFor(2), 0);
    QCOMPARE(decimalsFor(5), 0);
    QCOMPARE(decimalsFor(0.0005), 4); // a slide
    QCOMPARE(decimalsFor(0.000001), 5);
}

QTEST_GUILESS_MAIN(TestMeasureValues)
#include "test_measure_values.moc"
