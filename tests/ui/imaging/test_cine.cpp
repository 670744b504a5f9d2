#include "fake_image_source.h"
#include "imaging/models/cine.h"

#include <QTest>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    explicit Fixture(int slices, std::optional<double> rate = {}, bool isHolding = false)
    {
        source->isHolding = isHolding;
        auto series = test::aSeries(u"1"_s, slices);
        for (auto &instance : series.instances)
            instance.framesPerSecond = rate;
        stack.setSeries(series);
        cine.setStack(&stack);
    }

    std::shared_ptr<test::FakeImageSource> source = std::make_shared<test::FakeImageSource>();
    ImageStack stack{source, std::make_shared<FrameCache>()};
    Cine cine;
};

} // namespace

class TestCine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLoopBeginsAgain();
    void backAndForthShowsTheEndsOnce();
    void oneImageStaysWhereItIs();
    void runsAtTheSpeedOfTheImage();
    void runsAtTenASecondWhereTheImageSaysNothing();
    void runsAndStops();
    void neverWaitsForAFrame();
    void tellsTheRateItReaches();
    void stopsWhenTheSeriesIsLeft();
};

void TestCine::aLoopBeginsAgain()
{
    QList<int> seen;
    for (int step = 0; step < 7; ++step)
        seen.append(cineSlice(3, step, 5, CineMode::Loop));

    QCOMPARE(seen, (QList<int>{3, 4, 0, 1, 2, 3, 4}));
}

void TestCine::backAndForthShowsTheEndsOnce()
{
    QList<int> seen;
    for (int step = 0; step < 9; ++step)
        seen.append(cineSlice(2, step, 4, CineMode::BackAndForth));

    QCOMPARE(seen, (QList<int>{2, 3, 2, 1, 0, 1, 2, 3, 2}));
}

void TestCine::oneImageStaysWhereItIs()
{
    QCOMPARE(cineSlice(0, 99, 1, CineMode::Loop), 0);
    QCOMPARE(cineSlice(0, 99, 1, CineMode::BackAndForth), 0);
    QVERIFY(!Fixture(1).cine.canPlay());
}

void TestCine::runsAtTheSpeedOfTheImage()
{
    Fixture f(30, 25);

    QCOMPARE(f.cine.rate(), 25.0);
    QVERIFY(f.cine.isRateOfImage());
    QCOMPARE(Fixture(30, 500).cine.rate(), Cine::kFastest);
}

void TestCine::runsAtTenASecondWhereTheImageSaysNothing()
{
    Fixture f(30);

    QCOMPARE(f.cine.rate(), 10.0);
    QVERIFY(!f.cine.isRateOfImage());
    f.cine.changeRate(true);
    QCOMPARE(f.cine.rate(), 12.5);
    f.cine.changeRate(false);
    QCOMPARE(f.cine.rate(), 10.0);
    for (int i = 0; i < 50; ++i)
        f.cine.changeRate(false);
    QCOMPARE(f.cine.rate(), Cine::kSlowest);
}

void TestCine::runsAndStops()
{
    Fixture f(30, 50);
    QTRY_VERIFY(f.stack.isLoaded());
    const int before = f.stack.shown();

    f.cine.play();

    QTRY_VERIFY(f.stack.shown() != before);
    f.cine.stop();
    QVERIFY(!f.cine.isPlaying());
    const int stopped = f.stack.wanted();
    QCoreApplication::processEvents();
    QCOMPARE(f.stack.wanted(), stopped);
}

/// A frame that does not come leaves the last one where it is, and the loop of events alive.
void TestCine::neverWaitsForAFrame()
{
    Fixture f(200, 60, true);
    f.source->release(); // the first picture and no other
    QTRY_VERIFY(f.stack.isLoaded());
    const int shown = f.stack.shown();

    f.cine.play();

    QTRY_VERIFY_WITH_TIMEOUT(f.cine.trueRate().has_value(), test::kComesWithinMs);
    QCOMPARE(*f.cine.trueRate(), 0.0);
    QCOMPARE(f.stack.shown(), shown);
    QVERIFY(f.cine.isPlaying());
}

void TestCine::tellsTheRateItReaches()
{
    Fixture f(30, 20);
    QTRY_VERIFY(f.stack.isLoaded());
    QVERIFY(!f.cine.trueRate());

    f.cine.play();

    QTRY_VERIFY_WITH_TIMEOUT(f.cine.trueRate().has_value(), test::kComesWithinMs);
    QVERIFY(*f.cine.trueRate() > 0);
    QVERIFY(*f.cine.trueRate() < 22);
}

void TestCine::stopsWhenTheSeriesIsLeft()
{
    Fixture f(30);
    f.cine.play();

    f.stack.setSeries(test::aSeries(u"2"_s, 4));

    QVERIFY(!f.cine.isPlaying());
}

QTEST_GUILESS_MAIN(TestCine)
#include "test_cine.moc"
