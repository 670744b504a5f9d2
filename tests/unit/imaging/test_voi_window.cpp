#include "imaging/voi_window.h"
#include "imaging/window_presets.h"

#include <QtTest>

#include <cmath>
#include <limits>

using namespace simiao::imaging;

namespace {

bool isNear(double a, double b)
{
    return std::abs(a - b) < 1e-12;
}

} // namespace

class TestVoiWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linearFollowsTheTableOfTheStandard_data();
    void linearFollowsTheTableOfTheStandard();
    void linearOfWidthOneIsAThreshold();
    void linearExactReachesBothEndsAtHalfTheWidth();
    void sigmoidIsHalfAtItsCenterAndNeverReachesTheEnds();
    void refusesWindowsThatMakeNoSense();
    void windowOverShowsItsEndsAsBlackAndWhite();
    void presetsAreFoundByName();
};

void TestVoiWindow::linearFollowsTheTableOfTheStandard_data()
{
    // PS3.3 C.11.2.1.2.1 note: centre 2048, width 4096 is the identity over 12 bits; centre 0, width 100 …
    QTest::addColumn<double>("center");
    QTest::addColumn<double>("width");
    QTest::addColumn<double>("value");
    QTest::addColumn<double>("fraction");
    QTest::newRow("identity, lowest") << 2048.0 << 4096.0 << 0.0 << 0.0;
    QTest::newRow("identity, highest") << 2048.0 << 4096.0 << 4095.0 << 1.0;
    QTest::newRow("identity, one third") << 2048.0 << 4096.0 << 1365.0 << 1365.0 / 4095.0;
    QTest::newRow("width 100, at the lower end") << 0.0 << 100.0 << -50.0 << 0.0;
    QTest::newRow("width 100, at the upper end") << 0.0 << 100.0 << 49.0 << 1.0;
    QTest::newRow("width 100, one above the lower end") << 0.0 << 100.0 << -49.0 << 1.0 / 99.0;
    QTest::newRow("width 100, the middle is half a value below the centre") << 0.0 << 100.0 << -0.5 << 0.5;
    QTest::newRow("width 2") << 10.0 << 2.0 << 9.5 << 0.5;
}

void TestVoiWindow::linearFollowsTheTableOfTheStandard()
{
    QFETCH(double, center);
    QFETCH(double, width);
    QFETCH(double, value);
    QFETCH(double, fraction);

    const VoiWindow window{.center = center, .width = width};

    QVERIFY2(isNear(window.fraction(value), fraction), qPrintable(QString::number(window.fraction(value))));
}

void TestVoiWindow::linearOfWidthOneIsAThreshold()
{
    const VoiWindow window{.center = 2048, .width = 1};

    QCOMPARE(window.fraction(2047), 0.0);
    QCOMPARE(window.fraction(2047.5), 0.0);
    QCOMPARE(window.fraction(2048), 1.0);
}

void TestVoiWindow::linearExactReachesBothEndsAtHalfTheWidth()
{
    const VoiWindow window{.center = 0, .width = 100, .function = VoiFunction::LinearExact};

    QCOMPARE(window.fraction(-50), 0.0);
    QVERIFY(isNear(window.fraction(0), 0.5));
    QVERIFY(isNear(window.fraction(50), 1.0));
    QVERIFY(isNear(window.fraction(25), 0.75));
}

void TestVoiWindow::sigmoidIsHalfAtItsCenterAndNeverReachesTheEnds()
{
    const VoiWindow window{.center = 2048, .width = 1024, .function = VoiFunction::Sigmoid};

    QVERIFY(isNear(window.fraction(2048), 0.5));
    QVERIFY(isNear(window.fraction(2560) * 255, 224.60325488436004));
    QVERIFY(window.fraction(0) > 0.0);
    QVERIFY(window.fraction(4095) < 1.0);
}

void TestVoiWindow::refusesWindowsThatMakeNoSense()
{
    const double nan = std::numeric_limits<double>::quiet_NaN();

    QVERIFY(!(VoiWindow{.center = 40, .width = 0}.isUsable()));
    QVERIFY(!(VoiWindow{.center = 40, .width = -5}.isUsable()));
    QVERIFY(!(VoiWindow{.center = 40, .width = 0.5}.isUsable()));
    QVERIFY((VoiWindow{.center = 40, .width = 0.5, .function = VoiFunction::LinearExact}.isUsable()));
    QVERIFY(!(VoiWindow{.center = nan, .width = 400}.isUsable()));
}

void TestVoiWindow::windowOverShowsItsEndsAsBlackAndWhite()
{
    const auto window = windowOver(-3024, 1378);
    const auto flat = windowOver(7, 7);

    QCOMPARE(window.fraction(-3024), 0.0);
    QVERIFY(isNear(window.fraction(1378), 1.0));
    QVERIFY(flat.isUsable());
}

void TestVoiWindow::presetsAreFoundByName()
{
    QCOMPARE(ctPreset("lung")->window(), (VoiWindow{.center = -600, .width = 1500}));
    QCOMPARE(ctPreset("no such preset"), nullptr);
}

QTEST_GUILESS_MAIN(TestVoiWindow)
#include "test_voi_window.moc"
