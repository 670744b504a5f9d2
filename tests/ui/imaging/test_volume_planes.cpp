#include "imaging/models/plane_lens.h"
#include "imaging/models/volume_planes.h"
#include "imaging/views/plane_painter.h"

#include <QTest>

#include <cmath>
#include <numbers>

using namespace simiao;
using namespace simiao::imaging;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;

namespace {

constexpr double kDegrees = std::numbers::pi / 180;

bool isNear(const Vector3 &a, const Vector3 &b)
{
    return length(a - b) < 1e-9;
}

QString letters(const VolumePlanes &planes, PlaneKind plane)
{
    const auto edges = edgeLetters(planes.orientation(plane));
    return QStringList{edges.left, edges.right, edges.top, edges.bottom}.join(u' ');
}

} // namespace

class TestVolumePlanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lieAsThePatientDoes();
    void turningOnePlaneTurnsTheOthers();
    void lettersFollowObliquePlanes();
    void stayAtRightAnglesHoweverTheyAreTurned();
    void aPushGoesAlongTheNormal();
    void aLensMapsThereAndBack();
    void aGridCoversTheView();
    void theScaleBarIsRound();
};

void TestVolumePlanes::lieAsThePatientDoes()
{
    const VolumePlanes planes({1, 2, 3});

    QCOMPARE(letters(planes, PlaneKind::Axial), u"R L A P"_s);
    QCOMPARE(letters(planes, PlaneKind::Coronal), u"R L H F"_s);
    QCOMPARE(letters(planes, PlaneKind::Sagittal), u"A P H F"_s);
    for (const auto plane : kPlanes)
        QVERIFY(!planes.isOblique(plane));
}

void TestVolumePlanes::turningOnePlaneTurnsTheOthers()
{
    VolumePlanes planes({0, 0, 0});
    const auto before = planes;

    planes.turn(PlaneKind::Axial, 30 * kDegrees);

    QVERIFY(planes.orientation(PlaneKind::Axial) == before.orientation(PlaneKind::Axial));
    // Clockwise on the axial picture: from the patient's left to her back.
    const auto line = planes.cut(PlaneKind::Axial, PlaneKind::Coronal);
    const Vector3 expected{std::cos(30 * kDegrees), std::sin(30 * kDegrees), 0};
    QVERIFY(isNear(line, expected) || isNear(line * -1, expected));
    QVERIFY(!planes.isOblique(PlaneKind::Axial));
    QVERIFY(planes.isOblique(PlaneKind::Coronal));
    QVERIFY(planes.isOblique(PlaneKind::Sagittal));
}

void TestVolumePlanes::lettersFollowObliquePlanes()
{
    VolumePlanes planes({0, 0, 0});

    planes.turn(PlaneKind::Axial, 30 * kDegrees);

    // The coronal plane's row goes to the left and back now.
    QCOMPARE(letters(planes, PlaneKind::Coronal), u"RA LP H F"_s);
    QCOMPARE(letters(planes, PlaneKind::Sagittal), u"AL PR H F"_s);
    planes.turn(PlaneKind::Axial, 60 * kDegrees);
    QCOMPARE(letters(planes, PlaneKind::Coronal), u"A P H F"_s);
}

void TestVolumePlanes::stayAtRightAnglesHoweverTheyAreTurned()
{
    VolumePlanes planes({0, 0, 0});
    for (int i = 0; i < 1000; ++i)
        planes.turn(kPlanes[std::size_t(i % 3)], (i % 7) * 11 * kDegrees);

    for (const auto plane : kPlanes) {
        QVERIFY(std::abs(length(planes.normal(plane)) - 1) < 1e-9);
        for (const auto other : kPlanes) {
            if (other != plane)
                QVERIFY(std::abs(dot(planes.normal(plane), planes.normal(other))) < 1e-9);
        }
    }
}

void TestVolumePlanes::aPushGoesAlongTheNormal()
{
    VolumePlanes planes({1, 2, 3});

    planes.push(PlaneKind::Coronal, 5);

    QVERIFY(isNear(planes.centre(), {1, 7, 3}));
}

void TestVolumePlanes::aLensMapsThereAndBack()
{
    VolumePlanes planes({10, 20, 30});
    planes.turn(PlaneKind::Sagittal, 25 * kDegrees);
    const PlaneLens lens({10, 20, 30}, planes.orientation(PlaneKind::Axial), 0.5, {200, 100});

    QCOMPARE(lens.toView({10, 20, 30}), QPointF(100, 50));
    const auto place = lens.toPatient({37, 81});
    QVERIFY(std::abs(dot(place - Vector3{10, 20, 30}, planes.normal(PlaneKind::Axial))) < 1e-9);
    const auto back = lens.toView(place);
    QVERIFY(std::hypot(back.x() - 37, back.y() - 81) < 1e-9);
    QVERIFY(std::abs(length(lens.wayOf({3, 4})) - 2.5) < 1e-9);
}

void TestVolumePlanes::aGridCoversTheView()
{
    const PlaneLens lens({0, 0, 0}, VolumePlanes({0, 0, 0}).orientation(PlaneKind::Axial), 0.5, {101, 50});

    const auto fine = lens.grid(1);
    const auto coarse = lens.grid(4);

    QCOMPARE(fine.columns, 101);
    QCOMPARE(coarse.columns, 26);
    // Their pixels lie on the same places: a coarse one is in the middle of sixteen fine ones.
    QVERIFY(isNear(coarse.placeOf(0, 0), fine.placeOf(1.5, 1.5)));
    QVERIFY(isNear(coarse.placeOf(5, 3), fine.placeOf(21.5, 13.5)));
    QVERIFY(isNear(fine.placeOf(50, 24.5), {0, 0, 0}));
}

void TestVolumePlanes::theScaleBarIsRound()
{
    QCOMPARE(scaleBarMm(1, 400), 100.0);
    QCOMPARE(scaleBarMm(0.7, 300), 50.0);
    QCOMPARE(scaleBarMm(0.1, 250), 5.0);
}

QTEST_APPLESS_MAIN(TestVolumePlanes)
#include "test_volume_planes.moc"
