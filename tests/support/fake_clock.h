#pragma once

#include "core/clock.h"

namespace simiao::test {

/// Time that moves when the test says so. Starts at 2026-11-22 10:30 in Shanghai.
class FakeClock : public Clock
{
public:
    Instant now() const override { return m_now; }
    QTimeZone zone() const override { return QTimeZone("Asia/Shanghai"); }

    void set(Instant now) { m_now = now; }
    void advanceSeconds(std::int64_t seconds) { m_now = m_now.plusSeconds(seconds); }

private:
    Instant m_now{1'795'314'600'000'000};
};

} // namespace simiao::test
