#include "terminology/prefix_table.h"

#include <utility>

namespace simiao::terminology {

PrefixTable::PrefixTable(SearchKeys keys)
    : m_keys(std::move(keys))
{
    std::ranges::sort(m_keys, {}, &SearchKey::text);
}

void PrefixTable::addStartingWith(const QString &prefix, MatchList &matches) const
{
    if (matches.isFull())
        return;
    const auto first = std::ranges::lower_bound(m_keys, prefix, {}, &SearchKey::text);
    const auto last = std::partition_point(first, m_keys.end(),
                                           [&](const SearchKey &key) { return key.text.startsWith(prefix); });

    std::vector<std::pair<qsizetype, int>> found;
    for (auto key = first; key != last; ++key)
        found.emplace_back(key->text.size(), key->entry);
    std::ranges::sort(found);
    for (const auto &[length, entry] : found)
        matches.add(entry);
}

} // namespace simiao::terminology
