#pragma once

#include "core/date.h"
#include "core/instant.h"

#include <QTimeZone>

namespace simiao {

/// Where "now" comes from; tests pass a FakeClock, nothing else reads the system's clock.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual Instant now() const = 0;
    /// The zone of the place where the workstation stands.
    virtual QTimeZone zone() const = 0;

    /// The calendar day at the workstation.
    Date today() const;
    /// The calendar day of `instant` at the workstation.
    Date dayOf(Instant instant) const;
};

/// The computer's clock and zone.
class SystemClock : public Clock
{
public:
    Instant now() const override;
    QTimeZone zone() const override;
};

} // namespace simiao
