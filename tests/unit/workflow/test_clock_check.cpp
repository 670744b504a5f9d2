#include "support/memory_store.h"
#include "support/world.h"
#include "workflow/ports/audit_queries.h"
#include "workflow/session/clock_check.h"

#include <QTest>

#include <limits>

using namespace simiao;
using namespace simiao::test;
using namespace Qt::StringLiterals;

/// The clock against the trail, at the start.
class TestClockCheck : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_store = std::make_shared<MemoryStore>();
        m_world = aWorld(m_store);
    }

    void anEmptyTrailSaysNothing()
    {
        auto context = m_world.context;
        context.store = std::make_shared<MemoryStore>();
        QVERIFY(!check(context));
    }

    void aLaterClockSaysNothing()
    {
        m_world.clock->advanceSeconds(60);
        QVERIFY(!check(m_world.context));
        QCOMPARE(acts(), QStringList{u"test.seed"_s});
    }

    void aClockThatIsSetRightSaysNothing()
    {
        m_world.clock->advanceSeconds(-2);
        QVERIFY(!check(m_world.context));
    }

    void aClockThatIsBehindIsToldAndNoted()
    {
        m_world.clock->advanceSeconds(-3600);

        const auto told = check(m_world.context);

        QVERIFY(told);
        QCOMPARE(told->code, u"clock.behind"_s);
        QCOMPARE(told->detail, u"2026-11-22 10:30:00"_s);
        QCOMPARE(acts().first(), u"clock.moved"_s);
        QVERIFY(events().front().event.contains(u"behind 3600 s"_s));
    }

    /// The note itself was written by the wrong clock.
    void itIsToldAgainAtTheNextStart()
    {
        m_world.clock->advanceSeconds(-3600);
        QVERIFY(check(m_world.context));
        m_world.clock->advanceSeconds(10);

        const auto again = check(m_world.context);

        QVERIFY(again);
        QCOMPARE(again->detail, u"2026-11-22 10:30:00"_s);
    }

    void itIsOverWhenTheClockHasCaughtUp()
    {
        m_world.clock->advanceSeconds(-3600);
        QVERIFY(check(m_world.context));
        m_world.clock->advanceSeconds(3600);
        QVERIFY(!check(m_world.context));
    }

    /// Another life of the program, with a clock of its own that is behind.
    void idsGoOnAfterThoseOfTheTrail()
    {
        const auto former = m_world.context.newCommand();
        QVERIFY(QCoro::waitFor(m_store->commit(m_world.context.begin(former, u"test.act"_s))));
        auto context = m_world.context;
        const auto clock = std::make_shared<FakeClock>();
        clock->advanceSeconds(-86'400);
        context.clock = clock;

        QVERIFY(check(context));

        QVERIFY(former < context.newCommand());
    }

    /// What was done first stands first, whatever the clock said.
    void theTrailIsInTheOrderOfWhatWasDone()
    {
        for (const int seconds : {-7200, 3600, -86'400}) {
            m_world.clock->advanceSeconds(seconds);
            const auto act = u"test.%1"_s.arg(seconds);
            QVERIFY(
                QCoro::waitFor(m_store->commit(m_world.context.begin(m_world.context.newCommand(), act))));
        }
        QCOMPARE(acts(), (QStringList{u"test.-86400"_s, u"test.3600"_s, u"test.-7200"_s, u"test.seed"_s}));
        const auto trail = events();
        for (std::size_t i = 0; i < trail.size(); ++i)
            QCOMPARE(trail[i].sequence, qint64(trail.size() - i));
    }

private:
    static std::optional<Error> check(const workflow::Context &context)
    {
        const auto checked = QCoro::waitFor(workflow::checkClock(context));
        if (!checked)
            qFatal("%s", qPrintable(logLine(checked.error())));
        return *checked;
    }

    std::vector<workflow::AuditRecord> events() const
    {
        return *QCoro::waitFor(workflow::find(std::shared_ptr<workflow::Store>(m_store),
                                              workflow::query::auditPage, std::numeric_limits<qint64>::max(),
                                              QString(), QString(), QString(), QString(), 100));
    }

    /// The latest first.
    QStringList acts() const
    {
        QStringList names;
        for (const auto &record : events())
            names.append((*Json::parse(record.event.toUtf8()))[u"act"_s].toString());
        return names;
    }

    std::shared_ptr<MemoryStore> m_store;
    World m_world;
};

QTEST_GUILESS_MAIN(TestClockCheck)
#include "test_clock_check.moc"
