#include "fake_image_source.h"
#include "imaging/models/prefetch_order.h"

#include <QTest>

using namespace simiao;
using namespace simiao::viewer;
using namespace Qt::StringLiterals;

namespace {

Slice slice(int number)
{
    return {{QString::number(number), number, 1, u"/images"_s}, 0};
}

constexpr qint64 kFrame = 8 * 8 * 2; // bytes of aFrame()

} // namespace

class TestFrameCache : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWithinItsBytes();
    void forgetsWhatWasNotLookedAtForLongest();
    void keepsTheNewestHoweverLarge();
    void countsAReplacedFrameOnce();
    void tellsEqualUidsOfTwoPlacesApart();
    void prefetchGoesWhereThePersonLeafs();
    void prefetchStaysInTheSeries();
    void prefetchEndsWhenThereIsNoMoreRoom();
};

void TestFrameCache::keepsWithinItsBytes()
{
    FrameCache cache(3 * kFrame);

    for (int i = 0; i < 10; ++i)
        cache.insert(slice(i), test::aFrame());

    QCOMPARE(cache.bytes(), 3 * kFrame);
    QVERIFY(cache.find(slice(9)));
    QVERIFY(!cache.find(slice(6)));
}

void TestFrameCache::forgetsWhatWasNotLookedAtForLongest()
{
    FrameCache cache(2 * kFrame);
    cache.insert(slice(1), test::aFrame());
    cache.insert(slice(2), test::aFrame());
    QVERIFY(cache.find(slice(1)));

    cache.insert(slice(3), test::aFrame());

    QVERIFY(cache.find(slice(1)));
    QVERIFY(!cache.find(slice(2)));
}

void TestFrameCache::keepsTheNewestHoweverLarge()
{
    FrameCache cache(kFrame);
    cache.insert(slice(1), test::aFrame());

    cache.insert(slice(2), test::aFrame(64, 64));

    QVERIFY(cache.find(slice(2)));
    QVERIFY(!cache.find(slice(1)));
}

void TestFrameCache::countsAReplacedFrameOnce()
{
    FrameCache cache;
    cache.insert(slice(1), test::aFrame());

    cache.insert(slice(1), test::aFrame());

    QCOMPARE(cache.bytes(), kFrame);
}

void TestFrameCache::tellsEqualUidsOfTwoPlacesApart()
{
    FrameCache cache;
    auto elsewhere = slice(1);
    elsewhere.instance.location = u"/other"_s;

    cache.insert(slice(1), test::aFrame());

    QVERIFY(!cache.find(elsewhere));
}

void TestFrameCache::prefetchGoesWhereThePersonLeafs()
{
    QCOMPARE(prefetchOrder(100, 50, 1, 7), (std::vector{50, 51, 49, 52, 53, 48, 54}));
    QCOMPARE(prefetchOrder(100, 50, -1, 4), (std::vector{50, 49, 51, 48}));
}

void TestFrameCache::prefetchStaysInTheSeries()
{
    QCOMPARE(prefetchOrder(3, 0, -1, 30), (std::vector{0, 1, 2}));
    QCOMPARE(prefetchOrder(3, 2, 1, 0), (std::vector{2}));
    QVERIFY(prefetchOrder(0, 0, 1, 30).empty());
}

/// A film of two billion frames is as quick as one of a hundred: what goes through all of them does not come back in a test's time.
void TestFrameCache::prefetchEndsWhenThereIsNoMoreRoom()
{
    constexpr int kMost = std::numeric_limits<int>::max() / 4;
    for (int i = 0; i < 1000; ++i)
        QCOMPARE(prefetchOrder(kMost, kMost / 2, 1, 30).size(), 30U);
}

QTEST_GUILESS_MAIN(TestFrameCache)
#include "test_frame_cache.moc"
