#include "core/instant.h"

#include <QDateTime>
#include <QRegularExpression>

#include <chrono>

namespace simiao {

namespace {

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

constexpr std::chrono::sys_days kFirst{std::chrono::year{1} / 1 / 1};
constexpr std::chrono::sys_days kEnd{std::chrono::year{10'000} / 1 / 1};

std::int64_t floorSeconds(std::int64_t microseconds)
{
    const std::int64_t seconds = microseconds / kMicrosecondsPerSecond;
    return microseconds % kMicrosecondsPerSecond < 0 ? seconds - 1 : seconds;
}

/// `value` as so many digits from `at`.
void putDigits(QByteArray &text, qsizetype at, int digits, std::int64_t value)
{
    for (qsizetype place = at + digits - 1; place >= at; --place, value /= 10)
        text[place] = char('0' + value % 10);
}

} // namespace

QByteArray Instant::toIsoLatin1() const
{
    // Written digit by digit: it stands in every row that is hashed.
    const std::chrono::sys_seconds time{std::chrono::seconds(floorSeconds(microseconds))};
    if (time < kFirst || time >= kEnd)
        return QByteArray::number(
            qint64(microseconds)); // damaged: no day, and still not equal to another value
    const auto midnight = std::chrono::floor<std::chrono::days>(time);
    const std::chrono::year_month_day day(midnight);
    const std::chrono::hh_mm_ss clock(time - midnight);
    QByteArray iso("0000-00-00T00:00:00.000000Z");
    putDigits(iso, 0, 4, int(day.year()));
    putDigits(iso, 5, 2, unsigned(day.month()));
    putDigits(iso, 8, 2, unsigned(day.day()));
    putDigits(iso, 11, 2, clock.hours().count());
    putDigits(iso, 14, 2, clock.minutes().count());
    putDigits(iso, 17, 2, clock.seconds().count());
    putDigits(iso, 20, 6, microseconds - floorSeconds(microseconds) * kMicrosecondsPerSecond);
    return iso;
}

QString Instant::toIso() const
{
    return QString::fromLatin1(toIsoLatin1());
}

Result<Instant> Instant::parse(const QString &text)
{
    static const QRegularExpression shape(QStringLiteral(
        "^(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d)(?:\\.(\\d{1,6}))?(Z|[+-]\\d\\d:\\d\\d)$"));
    const auto match = shape.match(text);
    const auto whole = QDateTime::fromString(match.captured(1) + match.captured(3), Qt::ISODate);
    if (!match.hasMatch() || !whole.isValid())
        return Error{ErrorKind::Invalid, QStringLiteral("core.instant-malformed")};
    const std::int64_t rest = match.captured(2).leftJustified(6, QLatin1Char('0')).toLongLong();
    return Instant{whole.toSecsSinceEpoch() * kMicrosecondsPerSecond + rest};
}

} // namespace simiao
