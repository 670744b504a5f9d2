#include "imaging/measure/roi_statistics.h"

#include <QtTest>

#include <cmath>
#include <cstring>
#include <functional>
#include <numeric>

using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

/// Values 10 * row + column, 10 columns by 10 rows; HU are those less 100.
std::shared_ptr<const Frame> aCounting(const std::function<void(FrameFacts &)> &change = {})
{
    std::vector<std::int16_t> values(100);
    std::iota(values.begin(), values.end(), std::int16_t{0});
    FrameFacts facts{.geometry = *FrameGeometry::create(10, 10, 1, SampleType::I16), .bitsStored = 16};
    facts.modality.intercept = -100;
    if (change)
        change(facts);
    std::vector<std::byte> bytes(200);
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return *Frame::create(std::move(facts), std::move(bytes));
}

Measurement aRegion(MeasurementKind kind, std::vector<ImagePoint> points)
{
    return {.id = u"1"_s, .kind = kind, .points = std::move(points)};
}

const Scale kAnisotropic{.columnMm = 0.5, .rowMm = 2, .basis = LengthBasis::PixelSpacing};

} // namespace

class TestRoiStatistics : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ofARectangle();
    void countsPixelsByTheirCentre();
    void ofAnEllipse();
    void ofATriangle();
    void aPolygonAroundAPixel();
    void leavesPaddingOut();
    void aRegionWithoutAPixelSaysSo();
    void outsideThePictureThereIsNothing();
    void aSinglePixelHasNoDeviation();
    void keepsDigitsOfLargeValues();
    void areasFollowBothSpacings();
    void anOutlineThatCrossesItselfHasNoArea();
    void theProbeReadsThePixelUnderIt();
    void theProbeSaysNothingOnPadding();
    void decimalsFollowTheSlope();
};

void TestRoiStatistics::ofARectangle()
{
    const auto found = roiStatistics(*aCounting(), aRegion(MeasurementKind::Rectangle, {{4, 3}, {2, 2}}));

    // 22 23 24 32 33 34
    QCOMPARE(found.pixels, 6);
    QCOMPARE(found.mean, -72.0);
    QCOMPARE(found.lowest, -78.0);
    QCOMPARE(found.highest, -66.0);
    QCOMPARE(*found.deviation, std::sqrt((36 + 25 + 16 + 16 + 25 + 36) / 5.0));
}

void TestRoiStatistics::countsPixelsByTheirCentre()
{
    const auto almost = aRegion(MeasurementKind::Rectangle, {{1.01, 1.01}, {2.99, 2.99}});

    QCOMPARE(roiStatistics(*aCounting(), almost).pixels, 1);
}

void TestRoiStatistics::ofAnEllipse()
{
    const auto found = roiStatistics(*aCounting(), aRegion(MeasurementKind::Ellipse, {{3, 3}, {7, 7}}));

    QCOMPARE(found.pixels, 13); // a circle of radius 2: 1 + 3 + 5 + 3 + 1
    QCOMPARE(found.mean, 55.0 - 100);
}

void TestRoiStatistics::ofATriangle()
{
    const auto found =
        roiStatistics(*aCounting(), aRegion(MeasurementKind::Polygon, {{1, 1}, {4, 1}, {1, 4}}));

    QCOMPARE(found.pixels, 10); // 4 + 3 + 2 + 1, the outline belongs to it
    QCOMPARE(found.lowest, -89.0);
    QCOMPARE(found.highest, -59.0);
}

void TestRoiStatistics::aPolygonAroundAPixel()
{
    const auto found = roiStatistics(
        *aCounting(), aRegion(MeasurementKind::Polygon, {{4.6, 5}, {5, 4.6}, {5.4, 5}, {5, 5.4}}));

    QCOMPARE(found.pixels, 1);
    QCOMPARE(found.mean, -45.0);
}

void TestRoiStatistics::leavesPaddingOut()
{
    const auto frame = aCounting([](FrameFacts &facts) { facts.padding = ValueRange{0, 22}; });

    const auto found = roiStatistics(*frame, aRegion(MeasurementKind::Rectangle, {{2, 2}, {4, 2}}));

    QCOMPARE(found.pixels, 2);
    QCOMPARE(found.padding, 1);
    QCOMPARE(found.lowest, -77.0);
}

void TestRoiStatistics::aRegionWithoutAPixelSaysSo()
{
    const auto between = aRegion(MeasurementKind::Ellipse, {{1.2, 1.2}, {1.8, 1.8}});

    QCOMPARE(roiStatistics(*aCounting(), between), RoiStatistics{});
}

void TestRoiStatistics::outsideThePictureThereIsNothing()
{
    const auto half = aRegion(MeasurementKind::Rectangle, {{-5, -5}, {0, 0}});

    QCOMPARE(roiStatistics(*aCounting(), half).pixels, 1);
    QCOMPARE(roiStatistics(*aCounting(), aRegion(MeasurementKind::Rectangle, {{50, 50}, {60, 60}})).pixels,
             0);
}

void TestRoiStatistics::aSinglePixelHasNoDeviation()
{
    const auto found = roiStatistics(*aCounting(), aRegion(MeasurementKind::Rectangle, {{2, 2}, {2, 2}}));

    QCOMPARE(found.pixels, 1);
    QVERIFY(!found.deviation);
}

void TestRoiStatistics::keepsDigitsOfLargeValues()
{
    const auto frame = aCounting([](FrameFacts &facts) { facts.modality.intercept = 1e9; });

    const auto found = roiStatistics(*frame, aRegion(MeasurementKind::Rectangle, {{0, 0}, {2, 0}}));

    QCOMPARE(found.mean, 1e9 + 1);
    QCOMPARE(*found.deviation, 1.0);
}

void TestRoiStatistics::areasFollowBothSpacings()
{
    const auto box = areaOf(kAnisotropic, aRegion(MeasurementKind::Rectangle, {{0, 0}, {10, 3}}));
    const auto circle = areaOf(kAnisotropic, aRegion(MeasurementKind::Ellipse, {{0, 0}, {8, 2}}));
    const auto triangle = areaOf(kAnisotropic, aRegion(MeasurementKind::Polygon, {{0, 0}, {8, 0}, {0, 4}}));
    const auto unknown = areaOf({}, aRegion(MeasurementKind::Rectangle, {{0, 0}, {10, 3}}));

    QCOMPARE(*box.value, 30.0); // 5 mm by 6 mm
    QCOMPARE(*circle.value, M_PI * 2 * 2);
    QCOMPARE(*triangle.value, 16.0);
    QCOMPARE(*unknown.value, 30.0);
    QVERIFY(box.isMillimetres());
    QVERIFY(!unknown.isMillimetres());
}

void TestRoiStatistics::anOutlineThatCrossesItselfHasNoArea()
{
    const auto bow = aRegion(MeasurementKind::Polygon, {{0, 0}, {4, 4}, {4, 0}, {0, 4}});

    const auto area = areaOf(kAnisotropic, bow);

    QVERIFY(!area.value);
    QCOMPARE(*area.why, NoMillimetres::CrossesItself);
    QVERIFY(roiStatistics(*aCounting(), bow).pixels > 0);
}

void TestRoiStatistics::theProbeReadsThePixelUnderIt()
{
    const auto found = probe(*aCounting(), {3.4, 4.6});

    QCOMPARE(found, (ProbeValue{3, 5, -47.0, true}));
    QVERIFY(!probe(*aCounting(), {9.6, 0}).isInside);
    QVERIFY(probe(*aCounting(), {-0.5, 0}).isInside);
}

void TestRoiStatistics::theProbeSaysNothingOnPadding()
{
    const auto frame = aCounting([](FrameFacts &facts) { facts.padding = ValueRange{0, 5}; });

    QVERIFY(!probe(*frame, {3, 0}).value);
    QVERIFY(probe(*frame, {3, 0}).isInside);
}

void TestRoiStatistics::decimalsFollowTheSlope()
{
    auto facts = aCounting()->facts();
    QCOMPARE(valueDecimals(facts), std::optional(0));
    facts.modality.slope = 0.32;
    QCOMPARE(valueDecimals(facts), std::optional(1));
    facts.modality.slope = 1e-9;
    QCOMPARE(valueDecimals(facts), std::optional<int>());
}

QTEST_GUILESS_MAIN(TestRoiStatistics)
#include "test_roi_statistics.moc"
