#include "imaging/volume/slice_stack.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <numbers>

using namespace simiao;
using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

SlicePlace aSlice(const Vector3 &position)
{
    return {.columns = 512,
            .rows = 512,
            .orientation = ImageOrientation{{1, 0, 0}, {0, 1, 0}},
            .position = position,
            .spacing = {0.7, 0.7, SpacingBasis::PixelSpacing}};
}

std::vector<SlicePlace> atDepths(const std::vector<double> &depths)
{
    std::vector<SlicePlace> slices;
    for (const double depth : depths)
        slices.push_back(aSlice({-180, -170, depth}));
    return slices;
}

QString refusal(const std::vector<SlicePlace> &slices)
{
    const auto plan = planStack(slices);
    return plan ? u"accepted"_s : plan.error().code;
}

} // namespace

class TestSliceStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sortsByPlaceAlongTheNormal();
    void sortsObliqueSlices();
    void takesPositionsWithOneDecimal();
    void spreadsUnevenSlicesByTheirTruePlaces();
    void keepsTheSlantOfATiltedGantry();
    void refusesWhatIsNoVolume_data();
    void refusesWhatIsNoVolume();
    void theOrderGivenHasNoSay();
    void saysThatSlicesDoNotTouch_data();
    void saysThatSlicesDoNotTouch();
};

void TestSliceStack::sortsByPlaceAlongTheNormal()
{
    const auto plan = planStack(atDepths({5, 1, 3, -1})).value();

    QCOMPARE(plan.order, (std::vector{3, 1, 2, 0}));
    QCOMPARE(plan.geometry.origin, (Vector3{-180, -170, -1}));
    QCOMPARE(plan.geometry.sliceStep, (Vector3{0, 0, 2}));
    QCOMPARE(plan.geometry.slices, 4);
    QVERIFY(plan.warnings.empty());
}

void TestSliceStack::sortsObliqueSlices()
{
    // Coronal slices: right is to the left of the patient, down to the feet, so the normal goes to the back.
    std::vector<SlicePlace> slices;
    for (const double depth : {12.0, 4.0, 8.0}) {
        auto slice = aSlice({-100, depth, 50});
        slice.orientation = ImageOrientation{{1, 0, 0}, {0, 0, -1}};
        slices.push_back(slice);
    }

    const auto plan = planStack(slices).value();

    QCOMPARE(plan.order, (std::vector{1, 2, 0}));
    QCOMPARE(plan.geometry.sliceStep, (Vector3{0, 4, 0}));
    QCOMPARE(plan.geometry.rowStep, (Vector3{0, 0, -0.7}));
    QVERIFY(length(plan.geometry.voxelAt(plan.geometry.placeOf({3, 5, 1})) - Vector3{3, 5, 1}) < 1e-9);
}

void TestSliceStack::takesPositionsWithOneDecimal()
{
    std::vector<double> depths;
    for (int i = 0; i < 200; ++i)
        depths.push_back(std::round(i * 0.625 * 10) / 10);

    const auto plan = planStack(atDepths(depths)).value();

    QVERIFY(!plan.isUneven());
    QVERIFY(plan.warnings.empty());
    QVERIFY(std::abs(plan.geometry.sliceStep[2] - 0.625) < 0.001);
}

void TestSliceStack::spreadsUnevenSlicesByTheirTruePlaces()
{
    const auto plan = planStack(atDepths({0, 2, 5, 7, 10})).value();

    QVERIFY(plan.isUneven());
    QCOMPARE(plan.warnings.front().code, u"imaging.volume-uneven"_s);
    QCOMPARE(plan.warnings.front().detail, u"2.00 to 3.00 mm"_s);
    QCOMPARE(plan.geometry.sliceStep, (Vector3{0, 0, 2.5}));
    // 2.5 mm lies a sixth of the way from 2 to 5.
    QCOMPARE(plan.mixes[1].first, 1);
    QCOMPARE(plan.mixes[1].second, 2);
    QVERIFY(std::abs(plan.mixes[1].secondShare - 0.5 / 3) < 1e-12);
    QVERIFY(std::abs(plan.mixes[4].secondShare - 1) < 1e-12);
}

void TestSliceStack::keepsTheSlantOfATiltedGantry()
{
    const double tilt = 20 * std::numbers::pi / 180;
    std::vector<SlicePlace> slices;
    for (int i = 0; i < 10; ++i) {
        // The table moves along z; the slices lean back.
        auto slice = aSlice({0, 0, 3.0 * i});
        slice.orientation = ImageOrientation{{1, 0, 0}, {0, std::cos(tilt), std::sin(tilt)}};
        slices.push_back(slice);
    }

    const auto plan = planStack(slices).value();

    QVERIFY(std::abs(plan.tiltDegrees - 20) < 1e-6);
    QVERIFY(length(plan.geometry.sliceStep - Vector3{0, 0, 3}) < 1e-9);
    QCOMPARE(plan.warnings.front().code, u"imaging.volume-tilted"_s);
    QCOMPARE(plan.warnings.front().detail, u"20.0"_s);
}

void TestSliceStack::refusesWhatIsNoVolume_data()
{
    QTest::addColumn<QString>("code");
    QTest::addColumn<std::vector<SlicePlace>>("slices");
    const auto changed = [](auto change) {
        auto slices = atDepths({0, 1, 2, 3});
        change(slices[2]);
        return slices;
    };
    QTest::newRow("one") << u"imaging.volume-too-few"_s << atDepths({1});
    QTest::newRow("twice") << u"imaging.volume-duplicates"_s << atDepths({0, 1, 1, 2});
    QTest::newRow("all at one place") << u"imaging.volume-duplicates"_s << atDepths({1, 1, 1});
    QTest::newRow("gap") << u"imaging.volume-gap"_s << atDepths({0, 1, 2, 4, 5});
    QTest::newRow("no position") << u"imaging.volume-no-place"_s
                                 << changed([](auto &slice) { slice.position.reset(); });
    QTest::newRow("no orientation") << u"imaging.volume-no-place"_s
                                    << changed([](auto &slice) { slice.orientation.reset(); });
    QTest::newRow("at the detector") << u"imaging.volume-no-place"_s << changed([](auto &slice) {
        slice.spacing.basis = SpacingBasis::ImagerPixelSpacing;
    });
    QTest::newRow("rows") << u"imaging.volume-shapes"_s << changed([](auto &slice) { slice.rows = 256; });
    QTest::newRow("spacing") << u"imaging.volume-shapes"_s
                             << changed([](auto &slice) { slice.spacing.rowMm = 0.71; });
    QTest::newRow("scout") << u"imaging.volume-directions"_s << changed([](auto &slice) {
        slice.orientation = ImageOrientation{{1, 0, 0}, {0, 0, -1}};
    });
    QTest::newRow("turned by a degree") << u"imaging.volume-directions"_s << changed([](auto &slice) {
        slice.orientation = ImageOrientation{{0.99985, 0.01745, 0}, {-0.01745, 0.99985, 0}};
    });
    QTest::newRow("shifted") << u"imaging.volume-crooked"_s
                             << changed([](auto &slice) { (*slice.position)[0] += 1; });
}

void TestSliceStack::refusesWhatIsNoVolume()
{
    QFETCH(QString, code);
    QFETCH(std::vector<SlicePlace>, slices);

    QCOMPARE(refusal(slices), code);
}

void TestSliceStack::theOrderGivenHasNoSay()
{
    auto slices = atDepths({0, 2, 5, 7, 10});
    const auto plan = planStack(slices).value();
    std::ranges::reverse(slices);

    const auto reversed = planStack(slices).value();

    QCOMPARE(reversed.geometry, plan.geometry);
    QCOMPARE(reversed.mixes, plan.mixes);
    QCOMPARE(reversed.order, (std::vector{4, 3, 2, 1, 0}));
}

void TestSliceStack::saysThatSlicesDoNotTouch_data()
{
    QTest::addColumn<double>("thicknessMm"); // 0: not said
    QTest::addColumn<double>("stepMm");
    QTest::addColumn<QString>("warning");
    QTest::newRow("every fifth") << 5.0 << 25.0 << u"5 mm / 25 mm"_s;
    QTest::newRow("every second") << 2.5 << 5.0 << u"2.5 mm / 5 mm"_s;
    QTest::newRow("thin slices, far apart") << 1.0 << 10.0 << u"1 mm / 10 mm"_s;
    QTest::newRow("the gap of an MR") << 5.0 << 7.5 << QString();
    QTest::newRow("side by side") << 5.0 << 5.0 << QString();
    QTest::newRow("over each other") << 5.0 << 2.5 << QString();
    QTest::newRow("thickness not said") << 0.0 << 25.0 << QString();
}

void TestSliceStack::saysThatSlicesDoNotTouch()
{
    QFETCH(double, thicknessMm);
    QFETCH(double, stepMm);
    QFETCH(QString, warning);
    auto slices = atDepths({0, stepMm, 2 * stepMm, 3 * stepMm});
    for (auto &slice : slices)
        slice.thicknessMm = thicknessMm > 0 ? std::optional(thicknessMm) : std::nullopt;

    const auto plan = planStack(slices).value();

    QCOMPARE(plan.warnings.size(), warning.isEmpty() ? 0U : 1U);
    if (!plan.warnings.empty())
        QCOMPARE(plan.warnings.front(), (Defect{u"imaging.volume-apart"_s, warning}));
}

QTEST_APPLESS_MAIN(TestSliceStack)
#include "test_slice_stack.moc"
