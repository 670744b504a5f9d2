#include "core/id.h"
#include "core/rng.h"
#include "support/fake_clock.h"

#include <QDateTime>
#include <QSet>
#include <QTest>

#include <thread>

using namespace simiao;
using namespace Qt::StringLiterals;

namespace {

/// A clock in another place.
class ClockIn : public test::FakeClock
{
public:
    explicit ClockIn(const char *zone)
        : m_zone(zone)
    {
    }
    QTimeZone zone() const override { return QTimeZone(m_zone); }

private:
    QByteArray m_zone;
};

Instant at(const char *text)
{
    return *Instant::parse(QString::fromLatin1(text));
}

} // namespace

/// Clocks that jump, stand still, end, and change over.
class TestClock : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void idsGrowWhileTheClockStandsStill()
    {
        const test::FakeClock clock;
        growWith(clock, 20'000); // more than the ticks of a millisecond
    }

    void idsGrowWhenTheClockGoesBack_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("5 minutes") << qint64(-300);
        QTest::newRow("a day") << qint64(-86'400);
        QTest::newRow("to 1970") << qint64(-1'795'314'600);
        QTest::newRow("before 1970") << qint64(-1'900'000'000);
    }

    void idsGrowWhenTheClockGoesBack()
    {
        QFETCH(qint64, seconds);
        test::FakeClock clock;
        SeededRng rng(1);
        const auto before = Uuid::v7(clock, rng);

        clock.advanceSeconds(seconds);
        const auto behind = Uuid::v7(clock, rng);
        clock.advanceSeconds(-seconds + 1);
        const auto after = Uuid::v7(clock, rng);

        QVERIFY(before < behind && behind < after);
        QCOMPARE(*after.time(), Instant{clock.now().microseconds / 1000 * 1000}); // it has caught up
    }

    void idsOfAFormerLifeAreNotMadeAgain()
    {
        test::FakeClock clock;
        SeededRng rng(1);
        const auto former = Uuid::v7(clock, rng);

        test::FakeClock next;
        next.advanceSeconds(-3600);
        next.continueIdsAfter(*former.time());

        QVERIFY(former < Uuid::v7(next, rng));
    }

    // The last time that an id can have: what came after it would run over.
    void idOfNoTimeIsNotGoneOnAfter()
    {
        test::FakeClock clock;
        clock.continueIdsAfter({qint64(281'474'976'710'655) * 1000});
        test::FakeClock other;
        QCOMPARE(clock.nextIdTick(), other.nextIdTick());
    }

    void idsOfManyThreadsAreAllDifferent()
    {
        constexpr int kEach = 5'000;
        const test::FakeClock clock;
        std::vector<std::vector<std::uint64_t>> ticks(4, std::vector<std::uint64_t>(kEach));
        {
            std::vector<std::jthread> threads;
            for (auto &own : ticks)
                threads.emplace_back([&clock, &own] {
                    for (auto &tick : own)
                        tick = clock.nextIdTick();
                });
        }
        QSet<std::uint64_t> all;
        for (const auto &own : ticks) {
            QVERIFY(std::ranges::is_sorted(own));
            all += QSet<std::uint64_t>(own.begin(), own.end());
        }
        QCOMPARE(all.size(), 4 * kEach);
    }

    /// 2^31 seconds, and the 48 bits of an id's milliseconds.
    void yearsBeyond2038AreYearsLikeOthers()
    {
        test::FakeClock clock;
        SeededRng rng(1);
        const auto today = Uuid::v7(clock, rng);
        for (const char *text :
             {"2038-01-19T03:14:07.000000Z", "2038-01-19T03:14:08.000000Z", "2100-02-28T23:59:59.999999Z"}) {
            clock.set(at(text));
            QCOMPARE(clock.now().toIso(), QString::fromLatin1(text));
            const auto id = Uuid::v7(clock, rng);
            QVERIFY(today < id);
            QCOMPARE(*id.time(), Instant{clock.now().microseconds / 1000 * 1000});
        }
        clock.set(at("2038-01-19T03:14:08.000000Z"));
        QCOMPARE(clock.today().toIso(), u"2038-01-19"_s);
    }

    /// The day is that of the place, also on the days that have 23 and 25 hours.
    void aDayIsThatOfThePlace_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QByteArray>("instant");
        QTest::addColumn<QString>("day");
        QTest::newRow("Shanghai, before midnight")
            << QByteArray("Asia/Shanghai") << QByteArray("2026-11-22T15:59:59Z") << u"2026-11-22"_s;
        QTest::newRow("Shanghai, midnight")
            << QByteArray("Asia/Shanghai") << QByteArray("2026-11-22T16:00:00Z") << u"2026-11-23"_s;
        QTest::newRow("Shanghai, summer time of 1988")
            << QByteArray("Asia/Shanghai") << QByteArray("1988-07-01T15:30:00Z") << u"1988-07-02"_s;
        QTest::newRow("Berlin, clocks go forward")
            << QByteArray("Europe/Berlin") << QByteArray("2026-03-29T22:30:00Z") << u"2026-03-30"_s;
        QTest::newRow("Berlin, the day before")
            << QByteArray("Europe/Berlin") << QByteArray("2026-03-28T22:30:00Z") << u"2026-03-28"_s;
        QTest::newRow("Berlin, clocks go back")
            << QByteArray("Europe/Berlin") << QByteArray("2026-10-25T22:59:59Z") << u"2026-10-25"_s;
        QTest::newRow("Berlin, the day after")
            << QByteArray("Europe/Berlin") << QByteArray("2026-10-25T23:00:00Z") << u"2026-10-26"_s;
    }

    void aDayIsThatOfThePlace()
    {
        QFETCH(QByteArray, zone);
        QFETCH(QByteArray, instant);
        QFETCH(QString, day);
        const ClockIn clock(zone.constData());
        QCOMPARE(clock.dayOf(at(instant.constData())).toIso(), day);
    }

    void idsGrowOverTheHourThatComesTwice()
    {
        ClockIn clock("Europe/Berlin");
        SeededRng rng(1);
        clock.set(at("2026-10-25T00:59:59.999000Z"));
        const auto first = Uuid::v7(clock, rng);
        clock.set(at("2026-10-25T01:00:00.000000Z")); // 02:00 again
        QVERIFY(first < Uuid::v7(clock, rng));
    }

    void anotherKindOfIdHasNoTime()
    {
        QVERIFY(!Uuid{}.time());
        QVERIFY(!Uuid::parse(u"f81d4fae-7dec-41d0-a765-00a0c91e6bf6"_s)->time());
    }

private:
    static void growWith(const Clock &clock, int count)
    {
        SeededRng rng(1);
        auto last = Uuid::v7(clock, rng);
        for (int i = 0; i < count; ++i) {
            const auto next = Uuid::v7(clock, rng);
            QVERIFY(last < next);
            QCOMPARE(next.bytes[6] >> 4, 7);
            QCOMPARE(next.bytes[8] >> 6, 2);
            last = next;
        }
    }
};

QTEST_GUILESS_MAIN(TestClock)
#include "test_clock.moc"
