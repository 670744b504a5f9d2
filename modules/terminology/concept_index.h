#pragma once

#include "terminology/pinyin.h"
#include "terminology/prefix_table.h"
#include "terminology/substring_table.h"

namespace simiao::terminology {

/// The keys of a list of entries, collected before the index is built.
struct IndexKeys
{
    SearchKeys codes;
    SearchKeys texts;
    SearchKeys initials;
    SearchKeys pinyin;

    void addCode(const QString &code, int entry) { codes.push_back({searchable(code), entry}); }
    void addText(const QString &text, int entry) { texts.push_back({searchable(text), entry}); }
    void addPinyin(const PinyinKeys &keys, int entry);
};

/// Finds entries of a list by what a person types; answers in well under a millisecond for 30 000 entries.
///
/// Best first: code, code's beginning, initials, initials' beginning, pinyin's beginning, text's beginning,
/// part of the text, part of the initials. Within one kind the shortest key first, then the order of the
/// list.
/// \thread  any; immutable
class ConceptIndex
{
public:
    ConceptIndex() = default;
    explicit ConceptIndex(IndexKeys keys);

    /// Positions of at most `limit` entries; none for blank text.
    std::vector<int> find(const QString &typed, int limit) const;

private:
    PrefixTable m_codes;
    PrefixTable m_initials;
    PrefixTable m_pinyin;
    PrefixTable m_texts;
    SubstringTable m_textParts;
    SubstringTable m_initialParts;
};

} // namespace simiao::terminology
