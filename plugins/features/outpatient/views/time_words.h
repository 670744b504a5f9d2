#pragma once

#include "core/clock.h"

#include <QDateTime>

namespace simiao::outpatient {

/// When somebody signed or withdrew, as this desk's clock has it.
inline QString dayAndTime(Instant instant, const Clock &clock)
{
    return QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, clock.zone())
        .toString(QStringLiteral("yyyy-MM-dd HH:mm"));
}

} // namespace simiao::outpatient
