#pragma once

#include "terminology/match_list.h"
#include "terminology/search_key.h"

namespace simiao::terminology {

/// Finds keys by any part of them: all keys stand in one text that is searched in one go.
class SubstringTable
{
public:
    SubstringTable() = default;
    explicit SubstringTable(SearchKeys keys);

    /// Shortest key first, then in the order of entries; stops when `matches` is full.
    void addContaining(const QString &part, MatchList &matches) const;

private:
    QString m_text;                  ///< keys in order of length, a line feed after each
    std::vector<qsizetype> m_starts; ///< where each key begins in m_text
    std::vector<int> m_entries;      ///< the entry of each key
};

} // namespace simiao::terminology
