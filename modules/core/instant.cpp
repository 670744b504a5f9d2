#include "core/instant.h"

#include <QDateTime>
#include <QRegularExpression>

namespace simiao {

namespace {

constexpr std::int64_t kMicrosecondsPerSecond = 1'000'000;

std::int64_t floorSeconds(std::int64_t microseconds)
{
    const std::int64_t seconds = microseconds / kMicrosecondsPerSecond;
    return microseconds % kMicrosecondsPerSecond < 0 ? seconds - 1 : seconds;
}

} // namespace

QString Instant::toIso() const
{
    const std::int64_t seconds = floorSeconds(microseconds);
    const std::int64_t rest = microseconds - seconds * kMicrosecondsPerSecond;
    const QString whole = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss");
    return whole + QLatin1Char('.') + QString::number(rest).rightJustified(6, QLatin1Char('0'))
        + QLatin1Char('Z');
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
