#include "imaging/orientation.h"

#include <QtTest>

using namespace simiao::imaging;
using namespace Qt::StringLiterals;

namespace {

ImageOrientation orientationOf(std::array<double, 6> cosines)
{
    return ImageOrientation::fromCosines(cosines).value();
}

} // namespace

class TestOrientation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void lettersOfTheThreeMainPlanes();
    void obliquePlanesNameTheMainDirectionFirst();
    void smallTiltsAreLeftOut();
    void cosinesThatAreNoRightAngleAreRefused();
    void theNormalOfAnAxialSlicePointsToTheHead();
    void lettersOfProjectionImagesHaveTheirOpposites();
    void nothingKnownGivesNoLetters();
};

void TestOrientation::lettersOfTheThreeMainPlanes()
{
    QCOMPARE(edgeLetters(orientationOf({1, 0, 0, 0, 1, 0})),
             (EdgeLetters{.left = u"R"_s, .right = u"L"_s, .top = u"A"_s, .bottom = u"P"_s}));
    QCOMPARE(edgeLetters(orientationOf({1, 0, 0, 0, 0, -1})),
             (EdgeLetters{.left = u"R"_s, .right = u"L"_s, .top = u"H"_s, .bottom = u"F"_s}));
    QCOMPARE(edgeLetters(orientationOf({0, 1, 0, 0, 0, -1})),
             (EdgeLetters{.left = u"A"_s, .right = u"P"_s, .top = u"H"_s, .bottom = u"F"_s}));
}

void TestOrientation::obliquePlanesNameTheMainDirectionFirst()
{
    QCOMPARE(directionLetters({0.6, 0.8, 0}), u"PL"_s);
    QCOMPARE(directionLetters({-0.8, 0, 0.6}), u"RH"_s);
    QCOMPARE(directionLetters({0.2, -0.3, -0.93}), u"FAL"_s);
}

void TestOrientation::smallTiltsAreLeftOut()
{
    QCOMPARE(directionLetters({0.998, 0.06, 0}), u"L"_s);
}

void TestOrientation::cosinesThatAreNoRightAngleAreRefused()
{
    const std::array<double, 6> parallel{1, 0, 0, 1, 0, 0};
    const std::array<double, 6> zero{0, 0, 0, 0, 0, 0};

    QVERIFY(!ImageOrientation::fromCosines(parallel));
    QVERIFY(!ImageOrientation::fromCosines(zero));
}

void TestOrientation::theNormalOfAnAxialSlicePointsToTheHead()
{
    QCOMPARE(orientationOf({1, 0, 0, 0, 1, 0}).normal(), (Vector3{0, 0, 1}));
}

void TestOrientation::lettersOfProjectionImagesHaveTheirOpposites()
{
    QCOMPARE(edgeLetters(u"L"_s, u"F"_s),
             (EdgeLetters{.left = u"R"_s, .right = u"L"_s, .top = u"H"_s, .bottom = u"F"_s}));
    QCOMPARE(edgeLetters(u"AR"_s, u"FL"_s).left, u"PL"_s);
}

void TestOrientation::nothingKnownGivesNoLetters()
{
    QCOMPARE(edgeLetters(QString(), QString()), EdgeLetters{});
}

QTEST_GUILESS_MAIN(TestOrientation)
#include "test_orientation.moc"
