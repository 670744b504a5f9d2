#pragma once

#include "workflow/ports/unit_of_work.h"

#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace simiao::postgresql {

/// Brings what one look at the feed has read to the desk's own thread, a few receipts in each turn of its loop: each of them has screens read
/// anew, and a desk that was away for a while hears of hundreds at once. Between them it serves whoever sits there. They come in their order.
/// \thread  any, but for what is said otherwise
class ReceiptsInTurns : public std::enable_shared_from_this<ReceiptsInTurns>
{
public:
    using Take = std::function<void(const workflow::Receipt &receipt)>;

    /// Few enough that each may have several screens send their questions within the 50 ms of a turn.
    static constexpr std::size_t kInATurn = 10;

    /// \param take  called on the thread of `home`, which outlives this or is told of its end by close()
    ReceiptsInTurns(QObject *home, Take take)
        : m_home(home)
        , m_take(std::move(take))
    {
    }

    void hand(std::vector<workflow::Receipt> news);
    /// Nothing is brought any more. \thread  of `home`
    void close();

private:
    void takeSome();

    QObject *m_home;
    // used on the thread of `home`:
    Take m_take;
    std::deque<workflow::Receipt> m_waiting;
    bool m_isTurnAsked = false;
};

} // namespace simiao::postgresql
