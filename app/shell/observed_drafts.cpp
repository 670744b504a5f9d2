#include "shell/observed_drafts.h"

#include "workflow/ports/kept_draft.h"

#include <algorithm>

namespace simiao::shell {

ObservedDrafts::ObservedDrafts(std::unique_ptr<workflow::DraftJournal> journal, QObject *parent)
    : QObject(parent)
    , m_journal(std::move(journal))
{
    for (const auto draft : drafts()) {
        if (workflow::isKeptOnly(entriesOf(draft)))
            m_keptOnly.insert(draft);
    }
    m_told = count();
}

void ObservedDrafts::record(workflow::DraftEntry entry)
{
    const auto known = drafts();
    const bool isNew = std::ranges::find(known, entry.draft) == known.end();
    if (!entry.field.startsWith(workflow::kKeptFields))
        m_keptOnly.remove(entry.draft);
    else if (isNew)
        m_keptOnly.insert(entry.draft);
    m_journal->record(std::move(entry));
    tell();
}

void ObservedDrafts::discard(Uuid draft)
{
    m_keptOnly.remove(draft);
    m_journal->discard(draft);
    tell();
}

qsizetype ObservedDrafts::count() const
{
    return qsizetype(drafts().size()) - m_keptOnly.size();
}

void ObservedDrafts::tell()
{
    if (const auto now = count(); now != m_told) {
        m_told = now;
        Q_EMIT countChanged(now);
    }
}

} // namespace simiao::shell
