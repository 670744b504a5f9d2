#pragma once

#include "terminology/match_list.h"
#include "terminology/search_key.h"

namespace simiao::terminology {

/// Finds keys by their beginning: a sorted array and two binary searches.
class PrefixTable
{
public:
    PrefixTable() = default;
    explicit PrefixTable(SearchKeys keys);

    /// Shortest key first, so equal ones come before longer ones; then in the order of entries.
    void addStartingWith(const QString &prefix, MatchList &matches) const;

private:
    SearchKeys m_keys;
};

} // namespace simiao::terminology
