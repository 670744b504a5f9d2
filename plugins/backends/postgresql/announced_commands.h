#pragma once

#include "core/id.h"

#include <deque>
#include <set>

namespace simiao::postgresql {

/// What a desk has told its screens lately: its own saves come again by the feed.
class AnnouncedCommands
{
public:
    /// Whether this one has not been told, which it is now.
    bool isFirst(const Uuid &command)
    {
        if (!m_commands.insert(command).second)
            return false;
        m_inTurn.push_back(command);
        if (m_inTurn.size() > kMost) {
            m_commands.erase(m_inTurn.front());
            m_inTurn.pop_front();
        }
        return true;
    }

private:
    /// More than can be under way between a commit here and its coming back.
    static constexpr std::size_t kMost = 4096;

    std::set<Uuid> m_commands;
    std::deque<Uuid> m_inTurn; ///< the same, the oldest first
};

} // namespace simiao::postgresql
