#include "postgresql/own_news.h"

#include <QTest>

#include <limits>

using namespace simiao::postgresql;

namespace {

constexpr qint64 kAhead = 7'000'000;            ///< of the server's clock
constexpr qint64 kRoundTrip = 300;              ///< between the question for it and its answer
constexpr qint64 kServer = kAhead + kRoundTrip; ///< more than this it is not ahead, as far as is known

} // namespace

class TestOwnNews : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_news = std::make_unique<OwnNews>();
        m_news->noteClock(0, kServer);
    }

    void nothingStoredIsNothingToTell() { QVERIFY(!m_news->due(1'000)); }

    void aloneItIsToldAtOnceAndOnce()
    {
        m_news->note(1'000);
        QCOMPARE(m_news->due(1'500), std::optional<qint64>(kServer + 1'000));
        QCOMPARE(m_news->due(21'500), std::optional<qint64>(kServer + 1'000)); // the server was not ready
        m_news->settle();
        QVERIFY(!m_news->due(22'000));
    }

    void aNoticeSentAfterwardsHasToldIt()
    {
        m_news->note(1'000);
        m_news->noteNotice(9'000, kServer + 1'001);
        QVERIFY(!m_news->due(9'001));
        m_news->note(10'000);
        QCOMPARE(m_news->due(90'000), std::optional<qint64>(kServer + 10'000));
    }

    void aNoticeThatMayHaveBeenSentBeforeTellsNothing()
    {
        m_news->note(1'000);
        m_news->noteNotice(2'000, kServer + 1'000);
        QVERIFY(!m_news->due(2'001)); // but another is on its way
        QCOMPARE(m_news->due(61'000), std::optional<qint64>(kServer + 1'000));
    }

    void aNoticeOfAnUnknownMomentTellsNothing()
    {
        m_news->note(1'000);
        m_news->noteNotice(2'000, 0);
        QVERIFY(m_news->due(61'000));
    }

    void aNoticeOfAMomentThatIsYetToComeTellsNothing_data()
    {
        QTest::addColumn<qint64>("ahead");
        QTest::newRow("a hundredth of a second") << qint64(10'000);
        QTest::newRow("a second") << qint64(1'000'000);
        QTest::newRow("an hour") << qint64(3'600'000'000);
        QTest::newRow("the end of numbers") << std::numeric_limits<qint64>::max() - kServer - 2'000;
    }

    // Whoever may listen may also notify.
    void aNoticeOfAMomentThatIsYetToComeTellsNothing()
    {
        QFETCH(const qint64, ahead);
        m_news->noteNotice(2'000, kServer + 2'000 + ahead);
        m_news->note(3'000);
        QCOMPARE(m_news->due(203'000), std::optional<qint64>(kServer + 3'000));
    }

    void aServerWhoseClockIsPutBackIsTold()
    {
        m_news->noteNotice(2'000, kServer + 2'000);
        m_news->noteClock(3'000, kServer - 2'000'000);
        m_news->note(4'000);
        QCOMPARE(m_news->due(204'000), std::optional<qint64>(kServer - 2'000'000 + 1'000));
    }

    void whoSavesAllTheTimeIsNotPutOffForEver()
    {
        m_news->noteNotice(0, kServer);
        qint64 here = 0;
        while (here < 1'000'000 && !m_news->due(here)) {
            here += 10'000;
            m_news->note(here);
        }
        QVERIFY(here <= 100'000);
    }

    void anotherServersClockIsWaitedFor()
    {
        m_news->noteNotice(500, kServer + 500);
        m_news->note(1'000);
        m_news->beginAnew();
        QVERIFY(!m_news->due(100'000));
        m_news->noteNotice(99'000, 300'000); // nobody knows yet whether that has been
        m_news->noteClock(100'000, 200'000);
        QCOMPARE(m_news->due(100'001), std::optional<qint64>(101'000));
    }

    void atTheEndNobodyIsWaitedFor()
    {
        m_news->noteNotice(900, kServer);
        m_news->note(1'000);
        QVERIFY(!m_news->due(1'001));
        QCOMPARE(m_news->dueAtEnd(), std::optional<qint64>(kServer + 1'000));
    }

private:
    std::unique_ptr<OwnNews> m_news;
};

QTEST_APPLESS_MAIN(TestOwnNews)
#include "test_own_news.moc"
