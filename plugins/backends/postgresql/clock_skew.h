#pragma once

#include "core/clock.h"
#include "core/result.h"

#include <atomic>
#include <chrono>
#include <optional>

namespace simiao::storage {
class Connection;
}

namespace simiao::postgresql {

/// By how much this desk's clock differs from the server's, which is that of everybody. Nothing is decided by it: the trail is in the
/// order of its sequence. It is for telling people.
class ClockSkew
{
public:
    /// Asks the server, at each new connection and now and then; more than DeskClock::kTolerated stands in the log. \thread  one
    Result<void> measure(storage::Connection &connection, const Clock &clock);

    /// Of the last measurement, ahead is positive; right to half of what the question took. Nothing before the first. \thread  any
    std::optional<std::chrono::milliseconds> last() const;

private:
    static constexpr qint64 kNever = INT64_MIN;

    std::atomic<qint64> m_milliseconds{kNever};
};

} // namespace simiao::postgresql
