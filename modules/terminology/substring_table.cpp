#include "terminology/substring_table.h"

#include <QStringMatcher>

namespace simiao::terminology {

SubstringTable::SubstringTable(SearchKeys keys)
{
    std::ranges::sort(keys, {}, [](const SearchKey &key) { return std::pair(key.text.size(), key.entry); });
    for (const auto &key : keys) {
        m_starts.push_back(m_text.size());
        m_entries.push_back(key.entry);
        m_text += key.text;
        m_text += QLatin1Char('\n');
    }
}

void SubstringTable::addContaining(const QString &part, MatchList &matches) const
{
    const QStringMatcher matcher(part);
    qsizetype from = 0;
    while (!matches.isFull()) {
        const qsizetype hit = matcher.indexIn(m_text, from);
        if (hit < 0)
            return;
        const auto next = std::ranges::upper_bound(m_starts, hit);
        matches.add(m_entries[std::size_t(next - m_starts.begin()) - 1]);
        from = next == m_starts.end() ? m_text.size() : *next;
    }
}

} // namespace simiao::terminology
