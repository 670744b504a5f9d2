#include "receipts_in_turns.h"

#include <algorithm>
#include <iterator>

namespace simiao::postgresql {

void ReceiptsInTurns::hand(std::vector<workflow::Receipt> news)
{
    if (news.empty())
        return;
    QMetaObject::invokeMethod(m_home, [self = shared_from_this(), news = std::move(news)]() mutable {
        std::ranges::move(news, std::back_inserter(self->m_waiting));
        if (!self->m_isTurnAsked)
            self->takeSome();
    });
}

/// The next turn is asked for first: who is told may open a dialog, and what comes meanwhile is taken behind that.
void ReceiptsInTurns::takeSome()
{
    const auto some = std::min(kInATurn, m_waiting.size());
    const std::vector<workflow::Receipt> now(std::make_move_iterator(m_waiting.begin()),
                                             std::make_move_iterator(m_waiting.begin() + qsizetype(some)));
    m_waiting.erase(m_waiting.begin(), m_waiting.begin() + qsizetype(some));
    m_isTurnAsked = !m_waiting.empty();
    if (m_isTurnAsked)
        QMetaObject::invokeMethod(
            m_home, [self = shared_from_this()] { self->takeSome(); }, Qt::QueuedConnection);
    for (const auto &receipt : now) {
        if (const auto take = m_take) // a copy: who is told may close
            take(receipt);
    }
}

void ReceiptsInTurns::close()
{
    m_take = nullptr;
    m_waiting.clear();
}

} // namespace simiao::postgresql
