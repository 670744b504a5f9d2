#include "drafts/draft_book.h"

#include <algorithm>

namespace simiao::drafts {

namespace {

auto isField(const QString &field)
{
    return [&field](const DraftRecord &record) { return record.entry.field == field; };
}

} // namespace

bool DraftBook::apply(const DraftRecord &record)
{
    if (record.isDiscard)
        return std::erase_if(m_drafts, [&](const Draft &draft) { return draft.id == record.entry.draft; })
            > 0;
    return record.entry.text.isEmpty() ? erase(record) : write(record);
}

bool DraftBook::write(const DraftRecord &record)
{
    auto draft = std::ranges::find(m_drafts, record.entry.draft, &Draft::id);
    if (draft == m_drafts.end())
        draft = m_drafts.insert(draft, Draft{record.entry.draft, {}});
    const auto field = std::ranges::find_if(draft->fields, isField(record.entry.field));
    if (field == draft->fields.end()) {
        draft->fields.push_back(record);
        return true;
    }
    const bool isNew = field->entry != record.entry;
    *field = record;
    return isNew;
}

bool DraftBook::erase(const DraftRecord &record)
{
    const auto draft = std::ranges::find(m_drafts, record.entry.draft, &Draft::id);
    if (draft == m_drafts.end() || std::erase_if(draft->fields, isField(record.entry.field)) == 0)
        return false;
    if (draft->fields.empty())
        m_drafts.erase(draft);
    return true;
}

std::vector<workflow::DraftEntry> DraftBook::entriesOf(Uuid draft) const
{
    std::vector<workflow::DraftEntry> entries;
    const auto found = std::ranges::find(m_drafts, draft, &Draft::id);
    if (found != m_drafts.end())
        std::ranges::transform(found->fields, std::back_inserter(entries), &DraftRecord::entry);
    return entries;
}

std::vector<Uuid> DraftBook::drafts() const
{
    std::vector<Uuid> ids;
    std::ranges::transform(m_drafts, std::back_inserter(ids), &Draft::id);
    return ids;
}

std::optional<Instant> DraftBook::lastTyped(Uuid draft) const
{
    const auto found = std::ranges::find(m_drafts, draft, &Draft::id);
    if (found == m_drafts.end())
        return {};
    return std::ranges::max(found->fields, {}, &DraftRecord::at).at;
}

std::vector<DraftRecord> DraftBook::records() const
{
    std::vector<DraftRecord> records;
    for (const auto &draft : m_drafts)
        records.insert(records.end(), draft.fields.begin(), draft.fields.end());
    return records;
}

} // namespace simiao::drafts
