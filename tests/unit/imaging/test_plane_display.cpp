#include "imaging/presentation/plane_display.h"
#include "imaging/volume/reformat.h"
#include "unit/imaging/synthetic_series.h"

#include <QTest>

using namespace simiao;
using namespace simiao::imaging;
using test::SyntheticSeries;

namespace {

/// Values from -180 to 260 in the slices, pixels of 1 mm.
SyntheticSeries aSeries(SampleType type)
{
    SyntheticSeries series;
    series.columnMm = series.rowMm = 1;
    series.type = type;
    series.stacked(4, 1);
    series.measured = [](const Vector3 &place) { return -180 + 10 * place[0] + 10 * place[1]; };
    series.intercept = -1024;
    return series;
}

/// As the pixels of a slice.
PlaneGrid gridOf(const SyntheticSeries &series, std::size_t slice)
{
    return {.origin = series.positions[slice],
            .orientation = series.orientation,
            .pixelMm = 1,
            .columns = series.columns,
            .rows = series.rows};
}

/// By a state with a scale of its own.
GreyDisplay presented(const ModalityTransform &modality, const VoiWindow &window, bool isInverse = false)
{
    return {.window = window, .presented = PresentedGreys{.modality = modality, .isInverse = isInverse}};
}

} // namespace

class TestPlaneDisplay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaneThroughASliceLooksLikeIt_data()
    {
        QTest::addColumn<SampleType>("type");
        QTest::addColumn<double>("slope");
        QTest::addColumn<double>("intercept");
        QTest::addColumn<double>("center");
        QTest::addColumn<double>("width");
        QTest::newRow("signed, own scale") << SampleType::I16 << 1.0 << -1024.0 << 40.0 << 400.0;
        QTest::newRow("16 bits, own scale") << SampleType::U16 << 1.0 << -1024.0 << 40.0 << 400.0;
        QTest::newRow("16 bits, none") << SampleType::U16 << 1.0 << 0.0 << 1064.0 << 400.0;
        QTest::newRow("16 bits, another") << SampleType::U16 << 2.0 << -2000.0 << 128.0 << 800.0;
        QTest::newRow("floats, own scale") << SampleType::F32 << 1.0 << -1024.0 << 40.0 << 400.0;
    }
    void aPlaneThroughASliceLooksLikeIt()
    {
        QFETCH(SampleType, type);
        QFETCH(double, slope);
        QFETCH(double, intercept);
        QFETCH(double, center);
        QFETCH(double, width);
        const auto series = aSeries(type);
        const auto slice = series.frame(1);
        const auto plane = reformat(**series.volume(), gridOf(series, 1), {});
        QVERIFY(plane);

        for (const bool isInverse : {false, true}) {
            const auto display = presented({.slope = slope, .intercept = intercept},
                                           {.center = center, .width = width}, isInverse);
            const auto onPlane = displayOnPlane(display, slice->facts(), (*plane)->facts());
            QVERIFY(onPlane);
            QCOMPARE(render(**plane, *onPlane), render(*slice, display));
        }
    }

    /// As a PET has them: the voxels are measured values.
    void slicesWithScalesOfTheirOwn()
    {
        auto series = aSeries(SampleType::U16);
        series.slopes = {1, 2, 0.5, 4};
        const auto slice = series.frame(1);
        const auto plane = reformat(**series.volume(), gridOf(series, 1), {});
        const auto display = presented(slice->facts().modality, {.center = 40, .width = 400});

        const auto onPlane = displayOnPlane(display, slice->facts(), (*plane)->facts());
        QVERIFY(onPlane);
        QCOMPARE(render(**plane, *onPlane), render(*slice, display));

        const auto other = presented({.slope = 3, .intercept = 0}, {.center = 40, .width = 400});
        QVERIFY(!displayOnPlane(other, slice->facts(), (*plane)->facts()));
    }

    void aTableOfTheStateIsNotForPlanes()
    {
        const auto series = aSeries(SampleType::I16);
        const auto slice = series.frame(1);
        const auto plane = reformat(**series.volume(), gridOf(series, 1), {});
        const auto display = presented({.table = LookupTable{.firstMapped = 0, .entries = {0, 100}}},
                                       {.center = 40, .width = 400});
        QVERIFY(!displayOnPlane(display, slice->facts(), (*plane)->facts()));
    }

    void withoutAStateNothingChanges()
    {
        const auto series = aSeries(SampleType::U16);
        const auto slice = series.frame(1);
        const GreyDisplay display{.window = {.center = 40, .width = 400}, .isInverted = true};
        QCOMPARE(displayOnPlane(display, slice->facts(), slice->facts()), std::optional(display));
    }
};

QTEST_GUILESS_MAIN(TestPlaneDisplay)
#include "test_plane_display.moc"
