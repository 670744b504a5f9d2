#include "fake_image_source.h"
#include "imaging/models/image_stack.h"

#include <QTest>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;

namespace {

struct Fixture
{
    std::shared_ptr<test::FakeImageSource> source = std::make_shared<test::FakeImageSource>();
    std::shared_ptr<FrameCache> cache = std::make_shared<FrameCache>();
    ImageStack stack{source, cache};
};

/// Values from `lowest` on without a window; in the patient or nowhere.
FramePtr aRamp(int lowest, int span, bool isPlaced)
{
    const auto plain = test::aFrame();
    auto facts = plain->facts();
    facts.windows.clear();
    if (isPlaced)
        facts.position = imaging::Vector3{0, 0, 0};
    std::vector<std::int16_t> samples;
    for (std::int64_t i = 0; i < facts.geometry.pixelCount(); ++i)
        samples.push_back(static_cast<std::int16_t>(lowest + i * span / facts.geometry.pixelCount()));
    const auto bytes = std::as_bytes(std::span(samples));
    return *imaging::Frame::create(facts, {bytes.begin(), bytes.end()});
}

/// Each slice wants another window: as bright as its number says.
std::function<FramePtr(const workflow::ImageInstance &)> brighterBySlice(bool isPlaced)
{
    return [isPlaced](const workflow::ImageInstance &instance) {
        return aRamp(100 * instance.sopInstanceUid.section(u'.', -1).toInt(), 200, isPlaced);
    };
}

} // namespace

class TestImageStack : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsInTheMiddle();
    void asksForTheVisibleSliceFirst();
    void showsOneSliceWithItsOwnNumberWhileTheNextIsOnItsWay();
    void dropsAnAnswerThatComesAfterTheSeriesWasLeft();
    void aJumpDoesNotWaitBehindAQueue();
    void saysWhyASliceCannotBeShown();
    void showsTheOthersWhenOneSliceIsDamaged();
    void keepsTheChosenWindowWhileLeafing();
    void slicesWithoutAWindowHaveOneForAll();
    void whatIsChosenHoldsUntilItIsGivenUp();
    void goesThroughWhatTheImageStates();
    void aSliceOfOneValueGivesNoWindow();
    void aPreviewGivesNoWindow();
    void framesOfOneInstanceHaveOneWindow();
    void projectionsHaveEachTheirOwnWindow();
    void staysAtThePictureWhileImagesArrive();
    void staysAtThePictureWhenTheFilesMove();
    void startsAnewWhenThePictureIsGone();
    void aWindowByThePictureWaitsForIt();
    void leafsWithinTheSeries();
    void leafsThroughTheFramesOfOneInstance();
    void viewportsTakeTurns();
    void twoViewportsMayShowTheSameSeries();
    void fetchesTheRestAfterTheNeighbours();
    void whatNobodySeesFetchesNothing();
    void showsAPreviewUntilTheImageIsHere();
    void onlyTheVisibleSliceHasAPreview();
    void aPreviewNobodyLooksAtIsNotShown();
    void anImageThatFailsTakesItsPreviewAway();
};

void TestImageStack::startsInTheMiddle()
{
    Fixture f;

    f.stack.setSeries(test::aSeries(u"1"_s, 40));

    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.shown(), 20);
}

void TestImageStack::asksForTheVisibleSliceFirst()
{
    Fixture f;

    f.stack.setSeries(test::aSeries(u"1"_s, 9));

    QTRY_COMPARE(f.source->asked.size(), 9);
    QCOMPARE(f.source->asked.first(3), (QStringList{u"1.4"_s, u"1.5"_s, u"1.3"_s}));
}

void TestImageStack::showsOneSliceWithItsOwnNumberWhileTheNextIsOnItsWay()
{
    Fixture f;
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 100));
    f.source->release();
    QTRY_VERIFY(f.stack.isLoaded());

    f.stack.scrollTo(99);

    QVERIFY(f.stack.isLoading());
    QCOMPARE(f.stack.shown(), 50);
    f.source->isHolding = false;
    while (f.source->held() > 0)
        f.source->release();
    QTRY_COMPARE(f.stack.shown(), 99);
}

void TestImageStack::dropsAnAnswerThatComesAfterTheSeriesWasLeft()
{
    Fixture f;
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"old"_s, 3));
    const auto late = f.source->held();
    f.stack.setSeries(test::aSeries(u"new"_s, 3));
    QVERIFY(late > 0);

    f.source->picture = test::aFrame(4, 4);
    for (std::size_t i = 0; i < late; ++i)
        f.source->release();
    QCoreApplication::processEvents();

    QVERIFY(!f.stack.frame());
    QCOMPARE(f.cache->bytes(), 0);
}

void TestImageStack::aJumpDoesNotWaitBehindAQueue()
{
    Fixture f;
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 100));
    const auto underWay = f.source->held();

    f.stack.scrollTo(90);
    f.source->release();

    QVERIFY(underWay <= 2);
    QTRY_COMPARE(f.source->asked.value(static_cast<qsizetype>(underWay)), u"1.90"_s);
}

void TestImageStack::saysWhyASliceCannotBeShown()
{
    Fixture f;
    f.source->failure = Error{ErrorKind::Corrupt, u"imaging.pixels-damaged"_s};
    f.stack.setSeries(test::aSeries(u"1"_s, 3));
    QTRY_VERIFY(f.stack.error());
    QCOMPARE(f.stack.error()->code, u"imaging.pixels-damaged"_s);
    QVERIFY(!f.stack.frame());

    f.source->failure.reset();
    f.stack.retry();

    QTRY_VERIFY(f.stack.isLoaded());
    QVERIFY(!f.stack.error());
}

void TestImageStack::showsTheOthersWhenOneSliceIsDamaged()
{
    Fixture f;
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 3));
    f.source->failure = Error{ErrorKind::Corrupt, u"imaging.pixels-damaged"_s};
    f.source->release();
    QTRY_VERIFY(f.stack.error());
    f.source->failure.reset();
    f.source->isHolding = false;
    while (f.source->held() > 0)
        f.source->release();

    f.stack.scrollBy(1);
    QTRY_VERIFY(f.stack.isLoaded());
    f.stack.scrollBy(-1);

    QVERIFY2(f.stack.error(), "what failed is said again, not asked again");
    QVERIFY(!f.stack.frame());
}

void TestImageStack::keepsTheChosenWindowWhileLeafing()
{
    Fixture f;
    f.stack.setSeries(test::aSeries(u"1"_s, 5));
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window.width, 400.0);

    f.stack.setWindow({.center = -600, .width = 1500});
    f.stack.scrollBy(1);

    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window.width, 1500.0);
    f.stack.setSeries(test::aSeries(u"2"_s, 5));
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window.width, 400.0);
}

void TestImageStack::slicesWithoutAWindowHaveOneForAll()
{
    Fixture f;
    f.source->make = brighterBySlice(true);
    f.stack.setSeries(test::aSeries(u"1"_s, 5));
    QTRY_VERIFY(f.stack.isLoaded());
    const auto first = f.stack.display();
    QCOMPARE(first, imaging::defaultDisplay(*f.stack.frame()));

    f.stack.scrollBy(1);

    QTRY_VERIFY(f.stack.isLoaded());
    QVERIFY(first != imaging::defaultDisplay(*f.stack.frame()));
    QCOMPARE(f.stack.display(), first);
    QCOMPARE(f.stack.ownDisplay(*f.stack.shownSlice(), *f.stack.frame()), first);
    f.stack.setSeries(test::aSeries(u"2"_s, 9));
    QTRY_VERIFY(f.stack.isLoaded());
    QVERIFY(f.stack.display() != first);
}

void TestImageStack::whatIsChosenHoldsUntilItIsGivenUp()
{
    Fixture f;
    f.source->make = brighterBySlice(true);
    f.stack.setSeries(test::aSeries(u"1"_s, 5));
    QTRY_VERIFY(f.stack.isLoaded());
    const auto first = f.stack.display();
    f.stack.setWindow({.center = -600, .width = 1500});
    f.stack.scrollBy(1);
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window.width, 1500.0);

    f.stack.useDefaultWindow();

    QCOMPARE(f.stack.display(), first);
}

/// Nothing is seen by it: the next slice gives the window.
void TestImageStack::aSliceOfOneValueGivesNoWindow()
{
    Fixture f;
    const auto brighter = brighterBySlice(true);
    f.source->make = [brighter](const workflow::ImageInstance &instance) {
        return instance.sopInstanceUid == u"1.2" ? aRamp(0, 0, true) : brighter(instance);
    };
    f.stack.setSeries(test::aSeries(u"1"_s, 5));
    QTRY_VERIFY(f.stack.isLoaded());

    f.stack.scrollTo(3);

    QTRY_COMPARE(f.stack.shown(), 3);
    QCOMPARE(f.stack.display(), imaging::defaultDisplay(*f.stack.frame()));
}

void TestImageStack::aPreviewGivesNoWindow()
{
    Fixture f;
    f.source->make = brighterBySlice(true);
    f.source->makePreview = [](const workflow::ImageInstance &) {
        return test::aPreviewOf(aRamp(5000, 100, true));
    };
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 3));
    QTRY_VERIFY(f.source->held() > 0);
    f.source->isHolding = false;
    while (f.source->held() > 0)
        f.source->release();
    QTRY_VERIFY(f.stack.isLoaded());

    QCOMPARE(f.stack.display(), imaging::defaultDisplay(*f.stack.frame()));
}

void TestImageStack::framesOfOneInstanceHaveOneWindow()
{
    Fixture f;
    int made = 0;
    f.source->make = [&made](const workflow::ImageInstance &) { return aRamp(1000 * ++made, 100, false); };
    auto series = test::aSeries(u"1"_s, 1);
    series.instances[0].frames = 3;
    f.stack.setSeries(series);
    QTRY_VERIFY(f.stack.isLoaded());
    const auto first = f.stack.display();

    f.stack.scrollBy(1);

    QTRY_VERIFY(f.stack.isLoaded());
    QVERIFY(first != imaging::defaultDisplay(*f.stack.frame()));
    QCOMPARE(f.stack.display(), first);
}

/// Two X-rays of one series were not exposed alike.
void TestImageStack::projectionsHaveEachTheirOwnWindow()
{
    Fixture f;
    f.source->make = brighterBySlice(false);
    f.stack.setSeries(test::aSeries(u"1"_s, 2));
    QTRY_VERIFY(f.stack.isLoaded());
    f.stack.scrollTo(0);
    QTRY_COMPARE(f.stack.shown(), 0);

    QCOMPARE(f.stack.display(), imaging::defaultDisplay(*f.stack.frame()));
    f.stack.scrollTo(1);
    QTRY_COMPARE(f.stack.shown(), 1);
    QCOMPARE(f.stack.display(), imaging::defaultDisplay(*f.stack.frame()));
}

void TestImageStack::staysAtThePictureWhileImagesArrive()
{
    Fixture f;
    auto first = test::aSeries(u"1"_s, 10);
    first.instances.erase(first.instances.begin(), first.instances.begin() + 4); // "1.4" … "1.9" have come
    f.stack.setSeries(first);
    f.stack.scrollTo(5);
    QTRY_VERIFY(f.stack.isLoaded());
    f.stack.setWindow({.center = -600, .width = 1500});

    f.stack.setSeries(test::aSeries(u"1"_s, 10));

    QCOMPARE(f.stack.wanted(), 9);
    QCOMPARE(f.stack.shown(), 9); // at once: it was there already
    QCOMPARE(f.stack.shownSlice()->instance.sopInstanceUid, u"1.9"_s);
    QCOMPARE(f.stack.display().window.width, 1500.0);
}

void TestImageStack::staysAtThePictureWhenTheFilesMove()
{
    Fixture f;
    f.stack.setSeries(test::aSeries(u"1"_s, 6));
    f.stack.scrollTo(1);
    QTRY_VERIFY(f.stack.isLoaded());
    f.source->isHolding = true;
    auto moved = test::aSeries(u"1"_s, 6);
    for (auto &instance : moved.instances)
        instance.location = u"/kept/"_s + instance.sopInstanceUid;

    f.stack.setSeries(moved);

    QVERIFY(f.stack.frame()); // what is shown stays while the same is read anew
    QCOMPARE(f.stack.shown(), 1);
    QCOMPARE(f.stack.series(), moved);
}

void TestImageStack::startsAnewWhenThePictureIsGone()
{
    Fixture f;
    f.stack.setSeries(test::aSeries(u"1"_s, 9));
    f.stack.scrollTo(8);
    QTRY_VERIFY(f.stack.isLoaded());

    f.stack.setSeries(test::aSeries(u"1"_s, 4));

    QCOMPARE(f.stack.wanted(), 2);
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.shownSlice()->instance.sopInstanceUid, u"1.2"_s);
}

void TestImageStack::aWindowByThePictureWaitsForIt()
{
    Fixture f;
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 3));
    const auto byPicture = [](const imaging::Frame &frame) -> std::optional<imaging::VoiWindow> {
        return imaging::VoiWindow{frame.storedAt(0, 0), 20};
    };

    f.stack.presetWindow(byPicture);

    QVERIFY(!f.stack.frame());
    f.source->isHolding = false;
    f.source->release();
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window, (imaging::VoiWindow{40, 20}));
    // What is chosen later holds, and so does what was chosen for a series that is gone.
    f.stack.presetWindow(byPicture);
    f.stack.setWindow({1, 2});
    QCOMPARE(f.stack.display().window, (imaging::VoiWindow{1, 2}));
    f.stack.setSeries(test::aSeries(u"2"_s, 3));
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window, (imaging::VoiWindow{40, 400}));
}

void TestImageStack::leafsWithinTheSeries()
{
    Fixture f;
    f.stack.setSeries(test::aSeries(u"1"_s, 5));

    f.stack.scrollBy(-100);
    QTRY_COMPARE(f.stack.shown(), 0);
    f.stack.scrollBy(100);
    QTRY_COMPARE(f.stack.shown(), 4);
}

/// Two viewports: both first pictures, then the neighbours of the one that is worked with.
void TestImageStack::viewportsTakeTurns()
{
    Fixture f;
    const auto turns = std::make_shared<LoadTurns>();
    ImageStack first(f.source, f.cache, nullptr, turns);
    ImageStack second(f.source, f.cache, nullptr, turns);
    f.source->isHolding = true;
    first.setSeries(test::aSeries(u"1"_s, 9));
    second.setSeries(test::aSeries(u"2"_s, 9));
    second.goFirst();
    f.source->asked.clear();

    while (f.source->held() > 0) {
        f.source->release();
        QCoreApplication::processEvents();
    }

    QTRY_VERIFY(first.isLoaded() && second.isLoaded());
    QCOMPARE(f.source->asked.first(3), (QStringList{u"2.4"_s, u"2.5"_s, u"2.3"_s}));
    QCOMPARE(f.source->asked.size(), 16); // two were under way before
}

/// What one of them brings while the other waits for its turn is shown by both.
void TestImageStack::twoViewportsMayShowTheSameSeries()
{
    Fixture f;
    const auto turns = std::make_shared<LoadTurns>();
    ImageStack first(f.source, f.cache, nullptr, turns);
    ImageStack second(f.source, f.cache, nullptr, turns);
    f.source->isHolding = true;
    first.setSeries(test::aSeries(u"1"_s, 9));
    second.setSeries(test::aSeries(u"1"_s, 9));

    while (f.source->held() > 0) {
        f.source->release();
        QCoreApplication::processEvents();
    }

    QTRY_VERIFY(first.isLoaded() && second.isLoaded());
    QVERIFY2(f.source->asked.size() < 18, "what one brought is not asked for again");
}

void TestImageStack::fetchesTheRestAfterTheNeighbours()
{
    Fixture f;

    f.stack.setSeries(test::aSeries(u"1"_s, 100));

    QTRY_COMPARE(f.source->asked.size(), 100);
    QCOMPARE(f.source->asked.last(), u"1.0"_s);
}

void TestImageStack::whatNobodySeesFetchesNothing()
{
    Fixture f;
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 9));
    const auto asked = f.source->asked.size();

    f.stack.setResting(true);
    while (f.source->held() > 0)
        f.source->release();
    QTRY_VERIFY(f.stack.isLoaded());
    QCoreApplication::processEvents();

    QCOMPARE(f.source->asked.size(), asked);
    f.source->isHolding = false;
    f.stack.setResting(false);
    QTRY_COMPARE(f.source->asked.size(), 9);
}

void TestImageStack::leafsThroughTheFramesOfOneInstance()
{
    Fixture f;
    auto series = test::aSeries(u"1"_s, 1);
    series.instances[0].frames = 12;

    f.stack.setSeries(series);

    QCOMPARE(f.stack.count(), 12);
    QTRY_COMPARE(f.stack.shown(), 6);
}

void TestImageStack::showsAPreviewUntilTheImageIsHere()
{
    Fixture f;
    f.source->makePreview = [&f](const auto &) { return test::aPreviewOf(f.source->picture); };
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 1));
    QCOMPARE(f.source->held(), std::size_t{1});

    f.source->release();

    QTRY_VERIFY(f.stack.isPreview());
    QCOMPARE(f.stack.shown(), 0);
    QVERIFY(!f.stack.isLoaded());
    QVERIFY(f.stack.isLoading());
    QCOMPARE(f.cache->bytes(), 0); // a preview is never taken for the image
    QTRY_COMPARE(f.source->held(), std::size_t{1});
    f.source->release();
    QTRY_VERIFY(f.stack.isLoaded());
    QVERIFY(!f.stack.isPreview());
    QCOMPARE(f.stack.frame(), f.source->picture);
    QCOMPARE(f.source->asked, (QStringList{u"1.0"_s, u"1.0"_s}));
}

void TestImageStack::onlyTheVisibleSliceHasAPreview()
{
    Fixture f;
    int previews = 0;
    f.source->makePreview = [&](const auto &) {
        ++previews;
        return test::aPreviewOf(f.source->picture);
    };

    f.stack.setSeries(test::aSeries(u"1"_s, 9));
    QTRY_COMPARE(f.cache->bytes(), qint64{9 * 128});

    QCOMPARE(previews, 1);
    f.stack.scrollTo(0);
    QVERIFY(f.stack.isLoaded()); // it is in the cache
    QCOMPARE(previews, 1);
}

void TestImageStack::aPreviewNobodyLooksAtIsNotShown()
{
    Fixture f;
    f.source->makePreview = [](const workflow::ImageInstance &instance) {
        return test::aPreviewOf(test::aFrame(8, 8, instance.instanceNumber));
    };
    f.source->make = [](const workflow::ImageInstance &instance) {
        return test::aFrame(8, 8, instance.instanceNumber);
    };
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 40));
    f.stack.scrollTo(0);

    f.source->release(); // the preview of the slice in the middle
    QCoreApplication::processEvents();

    QVERIFY(!f.stack.frame());
    f.source->isHolding = false;
    while (f.source->held() > 0)
        f.source->release();
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.shown(), 0);
    QCOMPARE(f.stack.frame()->storedAt(0, 0), 1.0);
    f.stack.scrollTo(20);
    QTRY_VERIFY(f.stack.isLoaded()); // and the whole of the one that was left came as well
}

void TestImageStack::anImageThatFailsTakesItsPreviewAway()
{
    Fixture f;
    f.source->makePreview = [&f](const auto &) { return test::aPreviewOf(f.source->picture); };
    f.source->isHolding = true;
    f.stack.setSeries(test::aSeries(u"1"_s, 1));
    f.source->release();
    QTRY_VERIFY(f.stack.isPreview());

    f.source->failure = Error{ErrorKind::Corrupt, u"imaging.pixels-damaged"_s};
    QTRY_COMPARE(f.source->held(), std::size_t{1});
    f.source->release();

    QTRY_VERIFY(f.stack.error());
    QVERIFY(!f.stack.frame());
}

/// Of its windows those that are usable, then its tables.
void TestImageStack::goesThroughWhatTheImageStates()
{
    Fixture f;
    const auto plain = test::aFrame();
    auto facts = plain->facts();
    facts.windows = {{.center = 40, .width = 400}, {.center = 0, .width = 0}, {.center = 500, .width = 2000}};
    facts.voiTables = {{.table = {.firstMapped = 0, .entries = {0, 255}}}};
    f.source->picture = *imaging::Frame::create(facts, {plain->bytes().begin(), plain->bytes().end()});
    f.stack.setSeries(test::aSeries(u"1"_s, 5));
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.statedCount(), 3);
    QVERIFY(!f.stack.stated());

    f.stack.useNextStated();
    QCOMPARE(f.stack.display().window.width, 2000.0);
    f.stack.scrollTo(0);
    QTRY_VERIFY(f.stack.isLoaded());
    QCOMPARE(f.stack.display().window.width, 2000.0);
    f.stack.useNextStated();
    QVERIFY(f.stack.display().table);
    f.stack.useNextStated();
    QCOMPARE(f.stack.display().window.width, 400.0);

    f.stack.useStated(2);
    f.stack.setWindow({.center = 10, .width = 20});
    QVERIFY(!f.stack.stated());
    QVERIFY(!f.stack.display().table);
    f.stack.useNextStated();
    QCOMPARE(f.stack.display().window.width, 400.0);

    f.stack.useStated(1);
    f.stack.useDefaultWindow();
    QVERIFY(!f.stack.stated());
    QCOMPARE(f.stack.display().window.width, 400.0);
    f.stack.useStated(3);
    QVERIFY(!f.stack.stated());
}

QTEST_GUILESS_MAIN(TestImageStack)
#include "test_image_stack.moc"
