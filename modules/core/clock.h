#pragma once

#include "core/date.h"
#include "core/instant.h"

#include <QTimeZone>

#include <atomic>
#include <cstdint>

namespace simiao {

/// The highest time that was handed out for an id, in ticks of 1/4096 ms since 1970: what ids grow from when the clock goes back.
/// \thread  any
class IdTicks
{
public:
    IdTicks() = default;
    IdTicks(const IdTicks &other)
        : m_last(other.m_last.load())
    {
    }
    IdTicks &operator=(const IdTicks &other)
    {
        m_last = other.m_last.load();
        return *this;
    }

    /// `wanted`, or the tick after the last one where that is later.
    std::uint64_t next(std::uint64_t wanted);
    /// Nothing up to `used` is handed out any more.
    void skip(std::uint64_t used);

private:
    std::atomic<std::uint64_t> m_last{0};
};

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

    /// The time for the next id: that of now(), later than every one before it, also when the clock was set back. Decides nothing
    /// else.
    std::uint64_t nextIdTick() const;
    /// Ids go on after this time, which a former life of the program has used.
    void continueIdsAfter(Instant instant) const;

private:
    mutable IdTicks m_idTicks;
};

/// The computer's clock and zone.
class SystemClock : public Clock
{
public:
    Instant now() const override;
    QTimeZone zone() const override;
};

} // namespace simiao
