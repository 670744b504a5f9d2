#include "imaging/colour_map.h"

#include <QFile>
#include <QTest>

#include <cmath>

using namespace simiao;
using namespace simiao::imaging;
using namespace Qt::StringLiterals;

class TestColourMap : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hotIronGoesFromBlackOverRedToWhite();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
};

void TestColourMap::hotIronGoesFromBlackOverRedToWhite()
{
    QFile file(qEnvironmentVariable("SIMIAO_RESOURCES") + u"/colour-maps/hot_iron.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));

    const auto map = ColourMap::parse(file.readAll());

    QVERIFY2(map, map ? "" : qPrintable(logLine(map.error())));
    QCOMPARE(map->at(0), (ColourMap::Rgb{0, 0, 0}));
    QCOMPARE(map->at(0.25), (ColourMap::Rgb{128, 0, 0}));
    QCOMPARE(map->at(1), (ColourMap::Rgb{255, 255, 255}));
    QCOMPARE(map->at(7), (ColourMap::Rgb{255, 255, 255}));
    QCOMPARE(map->at(-1), (ColourMap::Rgb{0, 0, 0}));
    QCOMPARE(map->at(std::nan("")), (ColourMap::Rgb{0, 0, 0}));
    const auto orange = map->at(0.7);
    QVERIFY(orange[0] == 255 && orange[1] > 95 && orange[1] < 108 && orange[2] == 0);
}

void TestColourMap::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("place");
    QTest::newRow("nothing") << QByteArray("{}") << u"/points"_s;
    QTest::newRow("one point") << QByteArray(R"({"points":[{"at":0,"rgb":[0,0,0]}]})") << u"/points"_s;
    QTest::newRow("not to 1") << QByteArray(R"({"points":[{"at":0,"rgb":[0,0,0]},{"at":0.5,"rgb":[0,0,0]}]})")
                              << u"/points"_s;
    QTest::newRow("backwards") << QByteArray(R"({"points":[{"at":1,"rgb":[0,0,0]},{"at":0,"rgb":[0,0,0]}]})")
                               << u"/points/1/at"_s;
    QTest::newRow("no colour") << QByteArray(R"({"points":[{"at":0,"rgb":[0,0,300]}]})")
                               << u"/points/0/rgb/2"_s;
    QTest::newRow("two parts") << QByteArray(R"({"points":[{"at":0,"rgb":[0,0]}]})") << u"/points/0"_s;
}

void TestColourMap::refusesWhatIsNone()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, place);

    const auto map = ColourMap::parse(json);

    QVERIFY(!map);
    QCOMPARE(map.error().code, u"imaging.colour-map"_s);
    QCOMPARE(map.error().detail, place);
}

QTEST_APPLESS_MAIN(TestColourMap)
#include "test_colour_map.moc"
