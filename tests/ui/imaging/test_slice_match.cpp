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
    void goesByMillimetresInAnotherSpace();
    void millimetresGoTheSameWayInSeriesThatRunTheOtherWay();
    void goesByNumberWhereTheImagesSayNoPlace();
    void aScoutIsAPlaceToShowSlicesOn();
    void doesNotLinkPlanesThatCross();
    void aFrameAcrossTheOthersIsNoNeighbour();
    void ofFramesAtOnePlaceTheSameOneIsTaken();
    void noOtherSliceIsNearer();
};

void TestSliceMatch::goesByPositionWhateverTheDistanceOfSlices()
{
    const auto thin = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 1, 100));
    const auto thick = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 10, 5, 10));

    QCOMPARE(matchSlice(thin, 31, thick, {0, 3}), (SliceMatch{Ground::Position, 4, 1, 0}));
    QCOMPARE(matchSlice(thick, 4, thin, {}).slice, 30);
}

void TestSliceMatch::goesByPositionWhereSlicesRunTheOtherWay()
{
    const auto up = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 1, 100));
    const auto down = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 99, -1, 100));

    QCOMPARE(matchSlice(up, 10, down, {}).slice, 89);
}

void TestSliceMatch::saysHowFarAwayTheNearestIs()
{
    const auto chest = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 5, 60));
    const auto head = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 400, 5, 20));

    const auto match = matchSlice(chest, 0, head, {});

    QCOMPARE(match.slice, 0);
    QCOMPARE(match.distanceMm, 400.0);
}

void TestSliceMatch::goesByMillimetresInAnotherSpace()
{
    const auto thin = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 1, 100));
    auto earlier = aPlacedSeries(u"2"_s, Lie::Axial, -700, 5, 20);
    earlier.frameOfReferenceUid = u"2.25.8"_s;
    const auto thick = placesOf(earlier);

    QCOMPARE(matchSlice(thin, 50, thick, {50, 10}), (SliceMatch{Ground::Distance, 10, 0, 0}));
    QCOMPARE(matchSlice(thin, 71, thick, {50, 10}), (SliceMatch{Ground::Distance, 14, 1, 0}));
    QCOMPARE(matchSlice(thick, 6, thin, {10, 50}).slice, 30);
    QCOMPARE(matchSlice(thin, 0, thick, {50, 4}), (SliceMatch{Ground::Distance, 0, 30, 0}));
}

void TestSliceMatch::millimetresGoTheSameWayInSeriesThatRunTheOtherWay()
{
    const auto up = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 1, 100));
    auto earlier = aPlacedSeries(u"2"_s, Lie::Axial, 900, -5, 20);
    earlier.frameOfReferenceUid.clear();

    QCOMPARE(matchSlice(up, 60, placesOf(earlier), {50, 10}), (SliceMatch{Ground::Distance, 8, 0, 0}));
}

void TestSliceMatch::goesByNumberWhereTheImagesSayNoPlace()
{
    const auto bare = placesOf(test::aSeries(u"1"_s, 10));

    QCOMPARE(matchSlice(bare, 4, bare, {}), (SliceMatch{Ground::Number, 4, 0, 0}));
    QCOMPARE(matchSlice(bare, 4, {}, {}).ground, Ground::None);
    const auto placed = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 0, 5, 60));
    QCOMPARE(matchSlice(placed, 4, bare, {0, 3}), (SliceMatch{Ground::Number, 7, 0, 3}));
    QCOMPARE(matchSlice(placed, 59, bare, {0, 3}).slice, 9);
    QCOMPARE(matchSlice(placed, 0, bare, {3, 0}).slice, 0);
}

void TestSliceMatch::doesNotLinkPlanesThatCross()
{
    const auto axial = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 5, 20));
    const auto coronal = placesOf(aPlacedSeries(u"2"_s, Lie::Coronal, 0, 5, 20));

    QCOMPARE(matchSlice(axial, 4, coronal, {}).ground, Ground::None);
}

/// As in a localizer: it passes the place and shows something else.
void TestSliceMatch::aFrameAcrossTheOthersIsNoNeighbour()
{
    const auto axial = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 5, 20));
    auto mixed = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 1, 5, 20));
    mixed.planes.insert(mixed.planes.begin(), test::planeAt(Lie::Coronal, -50));

    QCOMPARE(matchSlice(axial, 4, mixed, {}), (SliceMatch{Ground::Position, 5, 1, 0}));
}

/// Two films of a heart in the same planes: phase goes with phase.
void TestSliceMatch::ofFramesAtOnePlaceTheSameOneIsTaken()
{
    auto film = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, 0, 0, 10));
    const auto next = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, 8, 8, 3));
    film.planes.insert(film.planes.end(), next.planes.begin(), next.planes.end());

    QCOMPARE(matchSlice(film, 6, film, {}), (SliceMatch{Ground::Position, 6, 0, 0}));
    QCOMPARE(matchSlice(film, 6, film, {2, 4}).slice, 8);
    QCOMPARE(matchSlice(film, 11, film, {2, 4}).slice, 11);
}

void TestSliceMatch::noOtherSliceIsNearer()
{
    std::mt19937 dice(3); // NOLINT: the same series each time
    std::uniform_real_distribution<double> number(0.3, 9);
    for (int i = 0; i < 200; ++i) {
        const auto from = placesOf(aPlacedSeries(u"1"_s, Lie::Axial, number(dice) * 10, number(dice), 20));
        const auto to = placesOf(aPlacedSeries(u"2"_s, Lie::Axial, number(dice) * 10, number(dice), 30));
        const auto match = matchSlice(from, i % 20, to, {});
        const auto place = from.planes[std::size_t(i) % 20]->position;
        for (const auto &plane : to.planes)
            QVERIFY(std::abs(plane->distanceTo(place)) >= match.distanceMm - 1e-9);
    }
}

/// Though nobody knows what its lengths are worth.
void TestSliceMatch::aScoutIsAPlaceToShowSlicesOn()
{
    auto facts = test::aFrame()->facts();
    facts.spacing = {.rowMm = 0.6, .columnMm = 0.6, .basis = imaging::SpacingBasis::PlaneUnknown};
    QVERIFY(!viewer::spacedPlane(facts));
    facts.orientation = imaging::ImageOrientation{{1, 0, 0}, {0, 0, -1}};
    facts.position = imaging::Vector3{-100, 0, 100};
    QVERIFY(viewer::spacedPlane(facts));
    facts.spacing.basis = imaging::SpacingBasis::ImagerPixelSpacing;
    QVERIFY(!viewer::spacedPlane(facts));
}

QTEST_APPLESS_MAIN(TestSliceMatch)
#include "test_slice_match.moc"
