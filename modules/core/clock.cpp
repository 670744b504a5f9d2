#include "core/clock.h"

#include <QDateTime>

#include <chrono>

namespace simiao {

namespace {

/// 4096 ticks a millisecond: the 48 bits of a UUIDv7's time and the 12 behind it (RFC 9562, 6.2, method 3).
std::uint64_t ticksOf(Instant instant)
{
    return instant.microseconds < 0 ? 0 : std::uint64_t(instant.microseconds) * 512 / 125;
}

constexpr Instant kLatestBelieved{4'102'444'800'000'000}; // 2100-01-01

} // namespace

std::uint64_t IdTicks::next(std::uint64_t wanted)
{
    auto last = m_last.load();
    auto tick = wanted;
    do {
        tick = wanted > last ? wanted : last + 1;
    } while (!m_last.compare_exchange_weak(last, tick));
    return tick;
}

void IdTicks::skip(std::uint64_t used)
{
    auto last = m_last.load();
    while (last < used && !m_last.compare_exchange_weak(last, used)) {}
}

Date Clock::today() const
{
    return dayOf(now());
}

Date Clock::dayOf(Instant instant) const
{
    return {QDateTime::fromMSecsSinceEpoch(instant.microseconds / 1000, zone()).date()};
}

std::uint64_t Clock::nextIdTick() const
{
    return m_idTicks.next(ticksOf(now()));
}

void Clock::continueIdsAfter(Instant instant) const
{
    if (instant
        < kLatestBelieved) // else one forged id would move all that come after it out of what 48 bits can say
        m_idTicks.skip(ticksOf(instant));
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
