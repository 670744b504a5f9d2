#include "clock_skew.h"

#include "core/log.h"
#include "core/try.h"
#include "storage/sql/connection.h"
#include "workflow/ports/desk_clock.h"

namespace simiao::postgresql {

using namespace Qt::StringLiterals;

namespace {

constexpr auto kTolerated = workflow::DeskClock::kTolerated;

} // namespace

Result<void> ClockSkew::measure(storage::Connection &connection, const Clock &clock)
{
    const auto asked = clock.now().microseconds;
    TRY(const auto rows, connection.run(u"store/server_clock"_s, {}));
    TRY(const bool isThere, rows->next());
    if (!isThere)
        return ok();
    const auto half = (clock.now().microseconds - asked) / 2;
    const std::chrono::milliseconds skew((asked + half - rows->integer(0)) / 1000);
    const auto before = last();
    m_milliseconds = skew.count();
    if (std::chrono::abs(skew) > kTolerated && (!before || std::chrono::abs(skew - *before) > kTolerated))
        log::warning(u"clock.skew: this computer is %1 ms ahead of the server"_s.arg(skew.count()));
    return ok();
}

std::optional<std::chrono::milliseconds> ClockSkew::last() const
{
    const qint64 milliseconds = m_milliseconds;
    return milliseconds == kNever ? std::nullopt : std::optional(std::chrono::milliseconds(milliseconds));
}

} // namespace simiao::postgresql
