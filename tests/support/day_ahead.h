#pragma once

#include <QDateTime>
#include <QTest>

namespace simiao::test {

/// For tests that count days or months of a server, which begin at midnight UTC: waits until there is some of the day left, which it does
/// for a minute and a half of each. \returns false where midnight does not come
inline bool hasDayAhead()
{
    constexpr int kEnough = 90; // seconds, for one test function
    constexpr int kWaitMs = (kEnough + 30) * 1'000;
    return QTest::qWaitFor(
        [] {
            return QDateTime::currentDateTimeUtc().time().msecsTo(QTime(23, 59, 59, 999)) > kEnough * 1'000;
        },
        kWaitMs);
}

} // namespace simiao::test
