#include "shell/observed_drafts.h"

#include "workflow/ports/kept_draft.h"

#include <algorithm>

namespace simiao::shell {

ObservedDrafts::ObservedDrafts(std::unique_ptr<workflow::DraftJournal> journal, QObject *parent)
    : QObject(parent)
    , m_journal(std::move(journal))
    , m_told(count())
{
}

void ObservedDrafts::record(workflow::DraftEntry entry)
{
    m_journal->record(std::move(entry));
    tell();
}

void ObservedDrafts::discard(Uuid draft)
{
    m_journal->discard(draft);
    tell();
}

qsizetype ObservedDrafts::count() const
{
    const auto open = drafts();
    return std::ranges::count_if(
        open, [this](Uuid draft) { return !workflow::isKeptOnly(m_journal->entriesOf(draft)); });
}

void ObservedDrafts::tell()
{
    if (const auto now = count(); now != m_told) {
        m_told = now;
        Q_EMIT countChanged(now);
    }
}

} // namespace simiao::shell
