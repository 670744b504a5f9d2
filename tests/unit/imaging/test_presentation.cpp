#include "imaging/presentation/presentation_state.h"

#include <QtTest>

using namespace simiao::imaging;

namespace {

void comparePoints(const ImagePoint &actual, const ImagePoint &expected)
{
    QVERIFY2(std::abs(actual.column - expected.column) < 1e-9 && std::abs(actual.row - expected.row) < 1e-9,
             qPrintable(QStringLiteral("%1, %2").arg(actual.column).arg(actual.row)));
}

/// The letters A … F of a picture of three columns and two rows, turned.
QByteArray turnedLetters(const Turn &turn)
{
    const QByteArray letters("ABCDEF");
    const std::vector<std::uint8_t> picture(letters.begin(), letters.end());
    const auto turnedPicture = turned(picture, 3, 2, turn);
    return {reinterpret_cast<const char *>(turnedPicture.data()), qsizetype(turnedPicture.size())};
}

} // namespace

class TestPresentation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void turnsFirstAndMirrorsThen_data();
    void turnsFirstAndMirrorsThen();
    void aFurtherTurnIsOfWhatIsSeen();
    void lettersFollowTheEdges();
    void aTurnedPointStaysOnItsPixel();
    void fitsTheAreaIntoTheView();
    void trueSizeIsOfMillimetres();
    void magnifiesByTheRatio();
    void fractionsAreNotTurned();
    void aCircleIsRoundInThePatient();
    void shapesLeaveWhatAllOfThemLeave();
};

void TestPresentation::turnsFirstAndMirrorsThen_data()
{
    QTest::addColumn<int>("rotation");
    QTest::addColumn<bool>("isFlipped");
    QTest::addColumn<QByteArray>("seen");
    QTest::newRow("as it is") << 0 << false << QByteArray("ABCDEF");
    QTest::newRow("mirrored") << 0 << true << QByteArray("CBAFED");
    QTest::newRow("quarter") << 90 << false << QByteArray("DAEBFC");
    QTest::newRow("quarter, then mirrored") << 90 << true << QByteArray("ADBECF");
    QTest::newRow("half") << 180 << false << QByteArray("FEDCBA");
    QTest::newRow("half, then mirrored") << 180 << true << QByteArray("DEFABC");
    QTest::newRow("three quarters") << 270 << false << QByteArray("CFBEAD");
    QTest::newRow("three quarters, then mirrored") << 270 << true << QByteArray("FCEBDA");
}

void TestPresentation::turnsFirstAndMirrorsThen()
{
    QFETCH(int, rotation);
    QFETCH(bool, isFlipped);
    QTEST(turnedLetters({rotation / 90, isFlipped}), "seen");
}

void TestPresentation::aFurtherTurnIsOfWhatIsSeen()
{
    const Turn mirrored{.isMirrored = true};
    // CBA over FED, a quarter clockwise.
    QCOMPARE(turnedLetters(mirrored.rotatedRight()), QByteArray("FCEBDA"));
    QCOMPARE(turnedLetters(Turn{1, false}.mirroredAcross()), QByteArray("ADBECF"));
}

void TestPresentation::lettersFollowTheEdges()
{
    const EdgeLetters edges{.left = "R", .right = "L", .top = "A", .bottom = "P"};

    QCOMPARE(turned(edges, {1, false}), (EdgeLetters{.left = "P", .right = "A", .top = "R", .bottom = "L"}));
    QCOMPARE(turned(edges, {1, true}), (EdgeLetters{.left = "A", .right = "P", .top = "R", .bottom = "L"}));
    QCOMPARE(turned(edges, {0, true}), (EdgeLetters{.left = "L", .right = "R", .top = "A", .bottom = "P"}));
}

void TestPresentation::aTurnedPointStaysOnItsPixel()
{
    // Column 2, row 0 of three by two is the letter C, the last but one when turned by a quarter.
    comparePoints(turnedMap({1, false}, 3, 2).map({2, 0}), {1, 2});
    comparePoints(turnedMap({3, true}, 3, 2).map({2, 0}), {1, 0});
    comparePoints(turnedMap({2, false}, 3, 2).map({0.25, 0}), {1.75, 1});
}

void TestPresentation::fitsTheAreaIntoTheView()
{
    const DisplayedArea area{.left = 10, .top = 20, .right = 29, .bottom = 29};

    const auto upright = placed(area, {}, 200, 200);
    comparePoints(upright.toView.map({9.5, 19.5}), {0, 50});
    comparePoints(upright.toView.map({29.5, 29.5}), {200, 150});

    const auto quarter = placed(area, {1, false}, 200, 200);
    comparePoints(quarter.toView.map({9.5, 19.5}), {150, 0});
    comparePoints(quarter.toView.map({29.5, 29.5}), {50, 200});
}

void TestPresentation::trueSizeIsOfMillimetres()
{
    const DisplayedArea area{.right = 9,
                             .bottom = 9,
                             .size = PresentationSize::TrueSize,
                             .pixelWidth = 0.5,
                             .pixelHeight = 2,
                             .isMillimetres = true};

    const auto known = placed(area, {}, 400, 400, 0.25);
    QCOMPARE(known.width, 20.0);
    QCOMPARE(known.height, 80.0);
    const auto unknown = placed(area, {}, 400, 400);
    QCOMPARE(unknown.height, 400.0);
}

void TestPresentation::magnifiesByTheRatio()
{
    const DisplayedArea area{.right = 9, .bottom = 4, .size = PresentationSize::Magnify, .magnification = 3};

    const auto found = placed(area, {1, false}, 400, 400);

    QCOMPARE(found.width, 15.0);
    QCOMPARE(found.height, 30.0);
    QCOMPARE(found.left, 192.5);
}

void TestPresentation::fractionsAreNotTurned()
{
    const DisplayedArea area{.right = 19, .bottom = 9};

    const auto found = placed(area, {1, true}, 100, 100);

    comparePoints(found.fractionToView().map({0, 0}), {25, 0});
    comparePoints(found.fractionToView().map({1, 1}), {75, 100});
}

void TestPresentation::aCircleIsRoundInThePatient()
{
    const Shutter shutter{.circle = Shutter::Circle{.centre = {20, 20}, .radius = 10}};

    QVERIFY(!shutter.hides(30, 20));
    QVERIFY(shutter.hides(31, 20));
    QVERIFY(!shutter.hides(20, 30));
    QVERIFY(!shutter.hides(20, 25, 2));
    QVERIFY(shutter.hides(20, 26, 2));
}

void TestPresentation::shapesLeaveWhatAllOfThemLeave()
{
    PresentationShutter shutter{
        .shapes = {.rectangle = Shutter::Rectangle{1, 1, 8, 8}, .polygon = {{0, 0}, {9, 0}, {0, 9}}},
        .presentationValue = 1};

    QVERIFY(!shutter.hides(1, 8));
    QVERIFY(shutter.hides(2, 8));
    QVERIFY(shutter.hides(0, 0));
    std::vector<std::uint8_t> greys(100, 7);
    applyShutter(shutter, 10, 10, 1, 1, greys);
    QCOMPARE(greys[11], std::uint8_t{7});
    QCOMPARE(greys[0], std::uint8_t{255});
    shutter = {};
    QVERIFY(!shutter.hides(-5, 1000));
}

QTEST_GUILESS_MAIN(TestPresentation)
#include "test_presentation.moc"
