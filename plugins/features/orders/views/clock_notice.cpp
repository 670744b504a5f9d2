#include "orders/views/clock_notice.h"

#include "sdk/clock_words.h"
#include "sdk/desk.h"
#include "workflow/ports/desk_clock.h"

namespace simiao::orders {

ClockNotice::ClockNotice(sdk::Visit *visit, QWidget *parent)
    : NoticeLine({}, parent)
    , m_visit(visit)
    , m_clock(workflow::deskClockOf(*visit->desk()->context().store->changes()))
{
    setObjectName(QStringLiteral("consult.orders.clock"));
    hide();
    if (!m_clock)
        return;
    connect(m_clock, &workflow::DeskClock::measured, this, &ClockNotice::tell);
    connect(visit, &sdk::Visit::editableChanged, this, &ClockNotice::tell);
    connect(visit->desk(), &sdk::Desk::languageChanged, this, &ClockNotice::tell);
    tell();
}

void ClockNotice::tell()
{
    const auto ahead = m_clock->ahead().value_or(std::chrono::milliseconds(0));
    const auto apart = std::chrono::abs(ahead);
    const bool isTold = apart > kMisleading && m_visit->canOrder();
    setVisible(isTold);
    if (!isTold)
        return;
    const QString text =
        (ahead.count() > 0
             ? tr("This computer's clock is %1 ahead of the server's: what is ordered here bears "
                  "a wrong time.")
             : tr("This computer's clock is %1 behind the server's: what is ordered here bears a "
                  "wrong time."))
            .arg(sdk::ClockWords::length(apart));
    setNotice({ui::Severity::Warn, tr("Clock"), text, tr("Ordering goes on. Have IT set the clock."), {}});
    setProperty("text", text);
}

} // namespace simiao::orders
