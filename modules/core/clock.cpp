#include "core/clock.h"

#include <QDateTime>

#include <chrono>

namespace simiao {

Date Clock::today() const
{
    return dayOf(now());
}

Date Clock::dayOf(Instant instant) const
{
    return {QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, zone()).date()};
}

Instant SystemClock::now() const
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::microseconds>(sinceEpoch).count()};
}

QTimeZone SystemClock::zone() const
{
    return QTimeZone::systemTimeZone();
}

} // namespace simiao
