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
    const QString lead = (ahead.count() > 0 ? tr("Clock %1 ahead") : tr("Clock %1 behind"))
                             .arg(sdk::ClockWords::length(apart));
    const QString text =
        tr("So are the times of what is ordered here. Ordering goes on; have IT set the clock.");
    setNotice({ui::Severity::Warn, lead, text, {}, {}});
    setProperty("text", QStringLiteral("%1 %2").arg(lead, text));
}

} // namespace simiao::orders
