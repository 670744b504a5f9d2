#pragma once

#include "sdk/visit.h"
#include "ui/widgets/notice_line.h"

#include <chrono>

namespace simiao::workflow {
class DeskClock;
} // namespace simiao::workflow

namespace simiao::orders {

/// Says where orders are written that this computer's clock differs from the server's by so much that the times of what is ordered
/// mislead. It keeps nobody from ordering. Hidden otherwise.
class ClockNotice : public ui::NoticeLine
{
    Q_OBJECT

public:
    /// More than this is told; the hospital's people read orders by the minute.
    static constexpr std::chrono::seconds kMisleading{60};

    explicit ClockNotice(sdk::Visit *visit, QWidget *parent = nullptr);

private:
    void tell();

    sdk::Visit *m_visit;
    const workflow::DeskClock *m_clock; ///< null: the store is this computer's
};

} // namespace simiao::orders
