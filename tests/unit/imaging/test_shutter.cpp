#include "imaging/shutter.h"

#include <QTest>

using namespace simiao::imaging;

class TestShutter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRectangleKeepsItsEdges();
    void aCircleKeepsItsRim();
    void aPolygonMayHaveABay();
    void severalShapesLeaveWhatAllLeave();
};

void TestShutter::aRectangleKeepsItsEdges()
{
    const Shutter shutter{.rectangle = Shutter::Rectangle{2, 3, 5, 6}};

    QVERIFY(!shutter.hides(2, 3));
    QVERIFY(!shutter.hides(5, 6));
    QVERIFY(shutter.hides(1, 3));
    QVERIFY(shutter.hides(5, 7));
}

void TestShutter::aCircleKeepsItsRim()
{
    const Shutter shutter{.circle = Shutter::Circle{{10, 10}, 5}};

    QVERIFY(!shutter.hides(13, 14)); // 3-4-5
    QVERIFY(shutter.hides(14, 14));
}

void TestShutter::aPolygonMayHaveABay()
{
    const Shutter shutter{.polygon = {{0, 0}, {10, 0}, {10, 10}, {5, 2}, {0, 10}}};

    QVERIFY(!shutter.hides(1, 5));
    QVERIFY(shutter.hides(5, 5));
    QVERIFY(!shutter.hides(9, 5));
    QVERIFY(shutter.hides(11, 5));
}

void TestShutter::severalShapesLeaveWhatAllLeave()
{
    const Shutter shutter{.rectangle = Shutter::Rectangle{0, 0, 10, 20},
                          .circle = Shutter::Circle{{10, 10}, 8}};

    QVERIFY(!shutter.hides(9, 10));
    QVERIFY(shutter.hides(12, 10));
    QVERIFY(shutter.hides(1, 10));
}

QTEST_APPLESS_MAIN(TestShutter)
#include "test_shutter.moc"
