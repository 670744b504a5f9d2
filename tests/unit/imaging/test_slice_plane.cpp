#include "imaging/slice_plane.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace simiao::imaging;

namespace {

SpacedPlane axial(double z)
{
    return {.plane = {{{1, 0, 0}, {0, 1, 0}}, {-50, -50, z}},
            .rowMm = 0.5,
            .columnMm = 1,
            .columns = 100,
            .rows = 200};
}

/// Rows go to the left, columns to the feet.
SpacedPlane coronal(double y)
{
    return {.plane = {{{1, 0, 0}, {0, 0, -1}}, {-50, y, 40}},
            .rowMm = 2,
            .columnMm = 1,
            .columns = 100,
            .rows = 50};
}

SpacedPlane turnedAbout(const SpacedPlane &plane, double a, double b)
{
    const auto rotate = [&](const Vector3 &v) {
        const Vector3 about{v[0] * std::cos(a) - v[1] * std::sin(a), v[0] * std::sin(a) + v[1] * std::cos(a),
                            v[2]};
        return Vector3{about[0], about[1] * std::cos(b) - about[2] * std::sin(b),
                       about[1] * std::sin(b) + about[2] * std::cos(b)};
    };
    auto turned = plane;
    turned.plane.orientation = {rotate(plane.plane.orientation.alongRow),
                                rotate(plane.plane.orientation.alongColumn)};
    turned.plane.position = rotate(plane.plane.position);
    return turned;
}

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-6;
}

} // namespace

class TestSlicePlane : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aPlaceOfThePictureIsAPlaceInThePatient();
    void anAxialSliceCutsACoronalOneAcross();
    void endsWhereTheOtherPictureEnds();
    void saysNothingOfParallelSlices();
    void saysNothingWhereTheyDoNotMeet();
    void theLineLiesInBothPlanesHoweverTheyLie();
};

void TestSlicePlane::aPlaceOfThePictureIsAPlaceInThePatient()
{
    const auto plane = axial(7);

    QCOMPARE(plane.at(10, 20), (Vector3{-40, -40, 7}));
    QCOMPARE(plane.under({-40, -40, 99}), std::pair(10.0, 20.0));
    QCOMPARE(plane.plane.distanceTo({0, 0, 9}), 2.0);
    QCOMPARE(plane.plane.depth(), 7.0);
}

void TestSlicePlane::anAxialSliceCutsACoronalOneAcross()
{
    const auto line = cutLine(coronal(0), axial(0));

    QVERIFY(line);
    QVERIFY(isNear(line->from.second, 20)); // 40 mm below the first row, 2 mm a row
    QVERIFY(isNear(line->to.second, 20));
    QVERIFY(isNear(std::abs(line->from.first - line->to.first), 100)); // edge to edge
}

void TestSlicePlane::endsWhereTheOtherPictureEnds()
{
    auto narrow = axial(0);
    narrow.columns = 30;

    const auto line = cutLine(coronal(0), narrow);

    QVERIFY(line);
    QVERIFY(isNear(std::abs(line->from.first - line->to.first), 30));
}

void TestSlicePlane::saysNothingOfParallelSlices()
{
    QVERIFY(!cutLine(axial(0), axial(5)));
    QVERIFY(areParallel(axial(0).plane, axial(5).plane));
    QVERIFY(!cutLine(axial(0), turnedAbout(axial(5), 0, 0.02)));
}

void TestSlicePlane::saysNothingWhereTheyDoNotMeet()
{
    QVERIFY(!cutLine(coronal(0), axial(500)));
    QVERIFY(!cutLine(coronal(500), axial(0)));
}

void TestSlicePlane::theLineLiesInBothPlanesHoweverTheyLie()
{
    std::mt19937 dice(20261122); // NOLINT: the same planes each time
    std::uniform_real_distribution<double> angle(-3, 3);
    int met = 0;
    for (int i = 0; i < 500; ++i) {
        const auto shown = turnedAbout(coronal(angle(dice) * 10), angle(dice), angle(dice));
        const auto cutting = turnedAbout(axial(angle(dice) * 10), angle(dice), angle(dice));
        const auto line = cutLine(shown, cutting);
        if (!line)
            continue;
        ++met;
        for (const auto &[column, row] : {line->from, line->to}) {
            const auto place = shown.at(column, row);
            QVERIFY(isNear(cutting.plane.distanceTo(place), 0));
            QVERIFY(column > -0.5 - 1e-6 && column < shown.columns - 0.5 + 1e-6);
            QVERIFY(row > -0.5 - 1e-6 && row < shown.rows - 0.5 + 1e-6);
            const auto other = cutting.under(place);
            QVERIFY(other.first > -0.5 - 1e-6 && other.first < cutting.columns - 0.5 + 1e-6);
        }
    }
    QVERIFY(met > 100);
}

QTEST_APPLESS_MAIN(TestSlicePlane)
#include "test_slice_plane.moc"
