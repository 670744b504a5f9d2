#include "security/login_throttle.h"
#include "support/fake_clock.h"

#include <QTest>

using namespace simiao;
using namespace simiao::security;
using namespace Qt::StringLiterals;

namespace {

/// Seconds the throttle asks for; 0 when the attempt was admitted.
int waitOf(LoginThrottle &throttle, Instant now, const QString &name = u"li"_s)
{
    const auto admitted = throttle.admit(name, now);
    return admitted ? 0 : admitted.error().detail.toInt();
}

void tryFiveTimes(LoginThrottle &throttle, Instant now)
{
    for (int i = 0; i < 5; ++i)
        QCOMPARE(waitOf(throttle, now), 0);
}

} // namespace

class TestLoginThrottle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fiveAttemptsAreFree()
    {
        LoginThrottle throttle;

        tryFiveTimes(throttle, m_clock.now());

        const auto sixth = throttle.admit(u"li"_s, m_clock.now());
        QCOMPARE(sixth.error().kind, ErrorKind::Unavailable);
        QCOMPARE(sixth.error().code, u"login.wait"_s);
        QCOMPARE(sixth.error().detail, u"5"_s);
    }

    void waitDoublesUpToAQuarterOfAnHour()
    {
        LoginThrottle throttle;
        test::FakeClock clock;
        tryFiveTimes(throttle, clock.now());

        QList<int> waits;
        for (int i = 0; i < 10; ++i) {
            waits.append(waitOf(throttle, clock.now()));
            clock.advanceSeconds(waits.last());
            QCOMPARE(waitOf(throttle, clock.now()), 0);
        }

        QCOMPARE(waits, (QList<int>{5, 10, 20, 40, 80, 160, 320, 640, 900, 900}));
    }

    void askingTooEarlyDoesNotLengthenTheWait()
    {
        LoginThrottle throttle;
        tryFiveTimes(throttle, m_clock.now());

        QCOMPARE(waitOf(throttle, m_clock.now()), 5);
        QCOMPARE(waitOf(throttle, m_clock.now().plusSeconds(3)), 2);
        QCOMPARE(waitOf(throttle, m_clock.now().plusSeconds(5)), 0);
    }

    void rightPasswordForgives()
    {
        LoginThrottle throttle;
        tryFiveTimes(throttle, m_clock.now());

        throttle.forgive(u"li"_s);

        tryFiveTimes(throttle, m_clock.now());
    }

    void namesDoNotSlowEachOther()
    {
        LoginThrottle throttle;
        tryFiveTimes(throttle, m_clock.now());
        QCOMPARE(waitOf(throttle, m_clock.now(), u"wang"_s), 0);
    }

    void anHourWithoutAttemptsForgets()
    {
        LoginThrottle throttle;
        tryFiveTimes(throttle, m_clock.now());
        tryFiveTimes(throttle, m_clock.now().plusSeconds(3601));
    }

    void clockSetBackLocksNobodyOut()
    {
        LoginThrottle throttle;
        tryFiveTimes(throttle, m_clock.now());
        QCOMPARE(waitOf(throttle, m_clock.now().plusSeconds(-86400)), 0);
    }

private:
    const test::FakeClock m_clock;
};

QTEST_GUILESS_MAIN(TestLoginThrottle)
#include "test_login_throttle.moc"
