#pragma once

#include <algorithm>
#include <vector>

namespace simiao::terminology {

/// Entries found so far, best first, each once, at most `limit`.
class MatchList
{
public:
    explicit MatchList(int limit)
        : m_limit(std::size_t(std::max(limit, 0)))
    {
    }

    void add(int entry)
    {
        if (!isFull() && std::ranges::find(m_entries, entry) == m_entries.end())
            m_entries.push_back(entry);
    }
    bool isFull() const { return m_entries.size() >= m_limit; }
    const std::vector<int> &entries() const { return m_entries; }

private:
    std::size_t m_limit;
    std::vector<int> m_entries;
};

} // namespace simiao::terminology
