#include "shell/observed_drafts.h"

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

void ObservedDrafts::tell()
{
    if (const auto now = count(); now != m_told) {
        m_told = now;
        Q_EMIT countChanged(now);
    }
}

} // namespace simiao::shell
