#pragma once

#include <QDateTime>
#include <QString>

#include <cstdlib>

namespace simiao::tour {

/// A time zone of whole hours, as TZ takes it, in which it is `hour` o'clock now.
inline QString zoneWhereItIs(int hour)
{
    constexpr int kWestmost = -11;
    const int ahead =
        (hour - QDateTime::currentDateTimeUtc().time().hour() - kWestmost + 24) % 24 + kWestmost;
    return QStringLiteral("Etc/GMT%1%2")
        .arg(ahead > 0 ? QStringLiteral("-") : QStringLiteral("+"))
        .arg(std::abs(ahead)); // POSIX counts westward
}

} // namespace simiao::tour
