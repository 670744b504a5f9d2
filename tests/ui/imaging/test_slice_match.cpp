#include "imaging/models/slice_match.h"
#include "placed_series.h"

#include <QTest>

#include <random>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;
using test::aPlacedSeries;
using test::Lie;
using Ground = SliceMatch::Ground;

class TestSliceMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesByPositionWhateverTheDistanceOfSlices();
    void goesByPositionWhereSlicesRunTheOtherWay();
    void saysHowFarAwayTheNearestIs();
    void goesByNumberInAnotherSpace();
    void goesByNumberWhereTheImagesSayNoPlace();
    void doesNotLinkPlanesThatCross();
    void noOtherSliceIsNearer();
};

void TestSliceMatch::goesByPositionWhateverTheDistanceOfSlices()
{
    const auto thin = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 1, 100));
    const auto thick = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 10, 5, 10));

    QCOMPARE(matchSlice(thin, 31, thick, 3), (SliceMatch{Ground::Position, 4, 1, 0}));
    QCOMPARE(matchSlice(thick, 4, thin, 0).slice, 30);
}

void TestSliceMatch::goesByPositionWhereSlicesRunTheOtherWay()
{
    const auto up = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 1, 100));
    const auto down = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 99, -1, 100));

    QCOMPARE(matchSlice(up, 10, down, 0).slice, 89);
}

void TestSliceMatch::saysHowFarAwayTheNearestIs()
{
    const auto chest = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 5, 60));
    const auto head = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 400, 5, 20));

    const auto match = matchSlice(chest, 0, head, 0);

    QCOMPARE(match.slice, 0);
    QCOMPARE(match.distanceMm, 400.0);
}

void TestSliceMatch::goesByNumberInAnotherSpace()
{
    const auto now = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 5, 60));
    auto earlier = aPlacedSeries(u"2"_s, Lie::Axial, 0, 5, 60);
    earlier.frameOfReferenceUid = u"2.25.8"_s;

    QCOMPARE(matchSlice(now, 10, placesOf(earlier), 3), (SliceMatch{Ground::Number, 13, 0, 3}));
    QCOMPARE(matchSlice(now, 59, placesOf(earlier), 3).slice, 59);
    QCOMPARE(matchSlice(now, 0, placesOf(earlier), -3).slice, 0);
}

void TestSliceMatch::goesByNumberWhereTheImagesSayNoPlace()
{
    const auto bare = placesOf(test::aSeries(u"1"_s, 10));

    QCOMPARE(matchSlice(bare, 4, bare, 0), (SliceMatch{Ground::Number, 4, 0, 0}));
    QCOMPARE(matchSlice(bare, 4, {}, 0).ground, Ground::None);
}

void TestSliceMatch::doesNotLinkPlanesThatCross()
{
    const auto axial = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 5, 20));
    const auto coronal = placesOf(aPlacedSeries(u"2"_s, Lie::Coronal, 0, 5, 20));

    QCOMPARE(matchSlice(axial, 4, coronal, 0).ground, Ground::None);
}

void TestSliceMatch::noOtherSliceIsNearer()
{
    std::mt19937 dice(3); // NOLINT: the same series each time
    std::uniform_real_distribution<double> number(0.3, 9);
    for (int i = 0; i < 200; ++i) {
        const auto from = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, number(dice) * 10, number(dice), 20));
        const auto to = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, number(dice) * 10, number(dice), 30));
        const auto match = matchSlice(from, i % 20, to, 0);
        const auto place = from.planes[std::size_t(i) % 20]->position;
        for (const auto &plane : to.planes)
            QVERIFY(std::abs(plane->distanceTo(place)) >= match.distanceMm - 1e-9);
    }
}

QTEST_APPLESS_MAIN(TestSliceMatch)
#include "test_slice_match.moc"
