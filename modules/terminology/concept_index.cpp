#include "terminology/concept_index.h"

namespace simiao::terminology {

void IndexKeys::addPinyin(const PinyinKeys &keys, int entry)
{
    initials.push_back({keys.initials, entry});
    pinyin.push_back({keys.full, entry});
}

ConceptIndex::ConceptIndex(IndexKeys keys)
    : m_codes(std::move(keys.codes))
    , m_initials(keys.initials)
    , m_pinyin(std::move(keys.pinyin))
    , m_texts(keys.texts)
    , m_textParts(std::move(keys.texts))
    , m_initialParts(std::move(keys.initials))
{
}

std::vector<int> ConceptIndex::find(const QString &typed, int limit) const
{
    const QString key = searchable(typed);
    MatchList matches(limit);
    if (key.isEmpty())
        return {};
    m_codes.addStartingWith(key, matches);
    m_initials.addStartingWith(key, matches);
    m_pinyin.addStartingWith(key, matches);
    m_texts.addStartingWith(key, matches);
    m_textParts.addContaining(key, matches);
    m_initialParts.addContaining(key, matches);
    return matches.entries();
}

} // namespace simiao::terminology
