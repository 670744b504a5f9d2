#include "imaging/ultrasound_region.h"

#include <QtTest>

using namespace simiao::imaging;

namespace {

/// A picture of the body on the left, a curve over time on the right, a magnified part within the first.
const std::vector<UltrasoundRegion> kRegions{
    {.left = 0,
     .top = 0,
     .right = 99,
     .bottom = 99,
     .unitX = RegionUnit::Centimetre,
     .unitY = RegionUnit::Centimetre,
     .deltaX = 0.01,
     .deltaY = 0.02},
    {.left = 100,
     .top = 0,
     .right = 199,
     .bottom = 99,
     .unitX = RegionUnit::Other,
     .unitY = RegionUnit::Centimetre,
     .deltaX = 0.005,
     .deltaY = -1},
    {.left = 10,
     .top = 10,
     .right = 29,
     .bottom = 29,
     .unitX = RegionUnit::Centimetre,
     .unitY = RegionUnit::Centimetre,
     .deltaX = 0.001,
     .deltaY = 0.001},
};

} // namespace

class TestUltrasoundRegion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresByTheStepsOfItsRegion();
    void aLineAcrossRegionsHasNoLength();
    void aLineInACurveHasNoLength();
    void theSmallestRegionCounts();
};

void TestUltrasoundRegion::measuresByTheStepsOfItsRegion()
{
    QCOMPARE(lengthMm(kRegions, {50, 50}, {60, 50}).value(), 1.0);
    QCOMPARE(lengthMm(kRegions, {50, 50}, {50, 60}).value(), 2.0);
    QCOMPARE(lengthMm(kRegions, {50, 50}, {65, 60}).value(), 2.5);
}

void TestUltrasoundRegion::aLineAcrossRegionsHasNoLength()
{
    QVERIFY(!lengthMm(kRegions, {90, 50}, {110, 50}));
    QVERIFY(!lengthMm(kRegions, {50, 90}, {50, 110}));
    QVERIFY(!lengthMm({}, {0, 0}, {1, 1}));
}

void TestUltrasoundRegion::aLineInACurveHasNoLength()
{
    QVERIFY(!lengthMm(kRegions, {120, 50}, {130, 50}));
}

void TestUltrasoundRegion::theSmallestRegionCounts()
{
    QCOMPARE(lengthMm(kRegions, {10, 10}, {20, 10}).value(), 0.1);
    QCOMPARE(lengthMm(kRegions, {10, 10}, {30, 10}).value(), 2.0);
}

QTEST_GUILESS_MAIN(TestUltrasoundRegion)
#include "test_ultrasound_region.moc"
