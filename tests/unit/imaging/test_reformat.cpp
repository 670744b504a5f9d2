#include "imaging/volume/reformat.h"
#include "unit/imaging/synthetic_series.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace simiao;
using namespace simiao::imaging;
using namespace Qt::StringLiterals;
using test::SyntheticSeries;

namespace {

/// Linear in the place: interpolation along three axes is exact.
double slope(const Vector3 &place)
{
    return 100 + 7 * place[0] - 3 * place[1] + 11 * place[2];
}

/// Degrees about the x axis, then about z.
ImageOrientation turned(double aboutX, double aboutZ)
{
    const double a = aboutX * std::numbers::pi / 180;
    const double b = aboutZ * std::numbers::pi / 180;
    return {{std::cos(b), std::sin(b), 0},
            {-std::sin(b) * std::cos(a), std::cos(b) * std::cos(a), std::sin(a)}};
}

/// A plane of `edge` x `edge` pixels with `centre` in its middle.
PlaneGrid aPlane(const Vector3 &centre, const ImageOrientation &orientation, int edge, double pixelMm)
{
    PlaneGrid grid{.orientation = orientation, .pixelMm = pixelMm, .columns = edge, .rows = edge};
    grid.origin = centre - (grid.placeOf((edge - 1) / 2.0, (edge - 1) / 2.0) - grid.origin);
    return grid;
}

/// How far the frame is from `measured` at the worst pixel that has a value.
double worst(const Frame &frame, const PlaneGrid &grid, const SyntheticSeries::Measured &measured)
{
    double most = 0;
    for (int row = 0; row < grid.rows; ++row) {
        for (int column = 0; column < grid.columns; ++column) {
            if (const auto value = frame.measuredAt(column, row))
                most = std::max(most, std::abs(*value - measured(grid.placeOf(column, row))));
        }
    }
    return most;
}

int pixelsWithValue(const Frame &frame)
{
    int count = 0;
    for (int row = 0; row < frame.geometry().rows(); ++row) {
        for (int column = 0; column < frame.geometry().columns(); ++column)
            count += frame.measuredAt(column, row).has_value() ? 1 : 0;
    }
    return count;
}

SyntheticSeries aSlope()
{
    SyntheticSeries series;
    series.measured = slope;
    series.stacked(16, 1.5);
    return series;
}

} // namespace

class TestReformat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void givesTheSlicesBackInTheirOwnPlane();
    void isExactOnObliquePlanes_data();
    void isExactOnObliquePlanes();
    void isExactThroughATiltedGantry();
    void isExactThroughUnevenSlices();
    void endsHalfAVoxelBeyondTheOuterVoxels();
    void saysWhereItLies();
    void maximumMinimumAndMeanOfASlab();
    void keepsFullSixteenBits();
    void leavesPaddingOut();
    void scalesEachSliceOfAPet();
    void keepsTheValuesOfFloats();
    void refusesWhatDoesNotFit();
    void stopsWhenAsked();
};

void TestReformat::givesTheSlicesBackInTheirOwnPlane()
{
    auto series = aSlope();
    series.columnMm = series.rowMm = 0.5;
    const auto volume = series.volume().value();
    const auto slice = series.frame(5);

    const auto frame = reformat(*volume,
                                {.origin = series.positions[5],
                                 .orientation = series.orientation,
                                 .pixelMm = 0.5,
                                 .columns = series.columns,
                                 .rows = series.rows},
                                {})
                           .value();

    QVERIFY(std::ranges::equal(frame->bytes(), slice->bytes()));
}

void TestReformat::isExactOnObliquePlanes_data()
{
    QTest::addColumn<double>("aboutX");
    QTest::addColumn<double>("aboutZ");
    QTest::newRow("axial") << 0.0 << 0.0;
    QTest::newRow("coronal") << -90.0 << 0.0;
    QTest::newRow("sagittal") << -90.0 << 90.0;
    QTest::newRow("oblique") << 33.0 << 0.0;
    QTest::newRow("twice oblique") << -57.0 << 21.0;
    QTest::newRow("upside down") << 170.0 << 200.0;
}

void TestReformat::isExactOnObliquePlanes()
{
    QFETCH(double, aboutX);
    QFETCH(double, aboutZ);
    const auto volume = aSlope().volume().value();
    const auto grid = aPlane(volume->geometry().centre(), turned(aboutX, aboutZ), 41, 0.37);

    const auto frame = reformat(*volume, grid, {}).value();

    // Half a value of rounding in the slices, half in the plane; places are exact to a 65 536th of a voxel.
    QVERIFY(pixelsWithValue(*frame) > 1000);
    const double off = worst(*frame, grid, [&](const Vector3 &place) {
        const auto voxel = volume->geometry().voxelAt(place);
        const auto held = [](double at, int size) { return std::clamp(at, 0.0, double(size - 1)); };
        return slope(volume->geometry().placeOf({held(voxel[0], volume->geometry().columns),
                                                 held(voxel[1], volume->geometry().rows),
                                                 held(voxel[2], volume->geometry().slices)}));
    });
    QVERIFY2(off <= 1.02, qPrintable(QString::number(off)));
}

/// A rod along the patient's axis stays straight although the slices lean: what skew makes of it without the shear would be 8 mm.
void TestReformat::isExactThroughATiltedGantry()
{
    SyntheticSeries series;
    series.columns = series.rows = 60;
    series.columnMm = series.rowMm = 1;
    series.orientation = turned(20, 0);
    series.measured = [](const Vector3 &place) {
        return 1000 * std::exp(-(std::pow(place[0] - 30, 2) + std::pow(place[1] - 28, 2)) / 18);
    };
    series.stacked(24, 1, {0, 0, 1});
    const auto volume = series.volume().value();
    QVERIFY(std::abs(volume->facts().tiltDegrees - 20) < 1e-6);

    // A coronal cut along the rod, and a sagittal one.
    for (const auto &orientation : {turned(-90, 0), turned(-90, 90)}) {
        const auto grid = aPlane({30, 28, 20}, orientation, 31, 0.5);
        const auto frame = reformat(*volume, grid, {}).value();
        QVERIFY(pixelsWithValue(*frame) == 31 * 31);
        const double off = worst(*frame, grid, series.measured);
        QVERIFY2(off < 25, qPrintable(QString::number(off))); // linear between samples of a bell 3 mm wide
        int middle = 15;
        for (int row = 0; row < 31; ++row)
            QVERIFY(std::abs(*frame->measuredAt(middle, row) - 1000) < 25);
    }
}

void TestReformat::isExactThroughUnevenSlices()
{
    SyntheticSeries series;
    series.measured = slope;
    for (const double depth : {0.0, 2.0, 5.0, 7.0, 10.0, 11.8, 14.0})
        series.positions.push_back({0, 0, depth});
    const auto volume = series.volume().value();
    QVERIFY(volume->facts().isUneven);
    const auto grid = aPlane(volume->geometry().centre(), turned(-90, 0), 21, 0.5);

    const auto frame = reformat(*volume, grid, {}).value();

    QVERIFY(pixelsWithValue(*frame) == 21 * 21);
    QVERIFY(worst(*frame, grid, slope) <= 1.5); // rounded once more
}

void TestReformat::endsHalfAVoxelBeyondTheOuterVoxels()
{
    SyntheticSeries series;
    series.columns = series.rows = 10;
    series.columnMm = series.rowMm = 1;
    series.stacked(10, 1);
    const auto volume = series.volume().value();
    const auto pixels = [&](const Vector3 &centre, const ImageOrientation &orientation) {
        return pixelsWithValue(*reformat(*volume, aPlane(centre, orientation, 40, 0.5), {}).value());
    };

    QCOMPARE(pixels(volume->geometry().centre(), turned(0, 0)), 20 * 20);
    QCOMPARE(pixels(volume->geometry().centre(), turned(-90, 0)), 20 * 20);
    QCOMPARE(pixels({4.5, 4.5, 9.49}, turned(0, 0)), 20 * 20);
    QCOMPARE(pixels({4.5, 4.5, 9.51}, turned(0, 0)), 0);
    QCOMPARE(pixels({4.5, 4.5, -0.51}, turned(0, 0)), 0);
}

void TestReformat::saysWhereItLies()
{
    const auto volume = aSlope().volume().value();
    const auto grid = aPlane(volume->geometry().centre(), turned(-90, 0), 8, 0.5);

    const auto frame = reformat(*volume, grid, {SlabMode::Maximum, 5}).value();

    const auto &facts = frame->facts();
    QCOMPARE(*facts.position, grid.origin);
    QCOMPARE(facts.edges, (EdgeLetters{u"R"_s, u"L"_s, u"H"_s, u"F"_s}));
    QCOMPARE(facts.spacing.columnMm, 0.5);
    QCOMPARE(*facts.sliceThicknessMm, 5.0);
    QCOMPARE(facts.modality.unit, u"HU"_s);
}

void TestReformat::maximumMinimumAndMeanOfASlab()
{
    SyntheticSeries series;
    series.columnMm = series.rowMm = 1;
    series.measured = [](const Vector3 &place) { return 100 * place[2]; };
    series.stacked(21, 1);
    const auto volume = series.volume().value();
    const auto grid = aPlane({10, 8, 10}, turned(0, 0), 4, 1);
    const auto value = [&](SlabMode mode, double thickness) {
        return *reformat(*volume, grid, {mode, thickness}).value()->measuredAt(1, 1);
    };

    QCOMPARE(value(SlabMode::Maximum, 6), 1300.0);
    QCOMPARE(value(SlabMode::Minimum, 6), 700.0);
    QCOMPARE(value(SlabMode::Mean, 6), 1000.0);
    QCOMPARE(value(SlabMode::Maximum, 0), 1000.0);
    // A slab that reaches beyond the volume is of what there is.
    QCOMPARE(value(SlabMode::Maximum, 60), 2000.0);
    QCOMPARE(value(SlabMode::Minimum, 60), 0.0);
}

void TestReformat::keepsFullSixteenBits()
{
    SyntheticSeries series;
    series.type = SampleType::U16;
    series.columnMm = series.rowMm = 1;
    series.measured = [](const Vector3 &place) { return place[0] < 5 ? 65'535.0 : 200.0; };
    series.stacked(4, 1);
    const auto volume = series.volume().value();

    QCOMPARE(volume->facts().type, VoxelType::I16);
    QCOMPARE(*volume->measuredAt(0, 0, 0), 65'535.0);
    QCOMPARE(*volume->measuredAt(9, 0, 3), 200.0);
}

void TestReformat::leavesPaddingOut()
{
    SyntheticSeries series;
    series.columns = series.rows = 20;
    series.columnMm = series.rowMm = 1;
    series.padding = ValueRange{-2000, -2000};
    series.measured = [](const Vector3 &place) { return place[0] < 10 ? -2000.0 : 50.0; };
    series.stacked(5, 1);
    const auto volume = series.volume().value();
    const auto grid = aPlane({9.5, 9.5, 2}, turned(0, 0), 40, 0.25);

    const auto frame = reformat(*volume, grid, {}).value();

    for (int column = 0; column < 40; ++column) {
        const double x = grid.placeOf(column, 0)[0];
        const auto value = frame->measuredAt(column, 20);
        QCOMPARE(value.has_value(), x >= 9.5);
        QVERIFY(!value || *value == 50); // no grey that nobody measured
    }
}

void TestReformat::scalesEachSliceOfAPet()
{
    SyntheticSeries series;
    series.columnMm = series.rowMm = 1;
    series.stacked(4, 2);
    series.slopes = {0.5, 0.25, 2, 1.5};
    series.measured = [](const Vector3 &place) { return 300 + 6 * place[2]; };
    const auto volume = series.volume().value();

    QCOMPARE(volume->facts().type, VoxelType::F32);
    for (int slice = 0; slice < 4; ++slice)
        QCOMPARE(*volume->measuredAt(3, 3, slice), 300.0 + 12 * slice);
    const auto frame = reformat(*volume, aPlane({8, 8, 3}, turned(0, 0), 5, 1), {}).value();
    QCOMPARE(*frame->measuredAt(2, 2), 318.0);
}

void TestReformat::keepsTheValuesOfFloats()
{
    SyntheticSeries series;
    series.type = SampleType::F32;
    series.columnMm = series.rowMm = 1;
    series.stacked(4, 1);
    series.measured = [](const Vector3 &) { return 0.37; };
    const auto volume = series.volume().value();

    const auto frame = reformat(*volume, aPlane({8, 8, 1.3}, turned(12, 7), 5, 1), {}).value();

    QVERIFY(std::abs(*frame->measuredAt(2, 2) - 0.37) < 1e-6);
}

void TestReformat::refusesWhatDoesNotFit()
{
    const auto volume = aSlope().volume(1000);

    QCOMPARE(volume.error().code, u"imaging.volume-too-large"_s);
    QCOMPARE(volume.error().detail, u"1 MB, at most 0 MB"_s);
}

void TestReformat::stopsWhenAsked()
{
    const auto volume = aSlope().volume().value();
    std::stop_source stop;
    stop.request_stop();

    const auto frame =
        reformat(*volume, aPlane(volume->geometry().centre(), turned(0, 0), 20, 1), {}, stop.get_token());

    QCOMPARE(frame.error().kind, ErrorKind::Cancelled);
}

QTEST_APPLESS_MAIN(TestReformat)
#include "test_reformat.moc"
