#include "outpatient/models/kept_texts.h"

#include "workflow/ports/kept_draft.h"

namespace simiao::outpatient {

KeptTexts::KeptTexts(workflow::DraftJournal *journal, Id<administration::Encounter> visit)
    : m_journal(journal)
    , m_prefix(workflow::kKeptFields + QStringLiteral("visit.") + visit.uuid.toString() + QLatin1Char('.'))
{
}

void KeptTexts::add(const QString &label,
                    const QString &text,
                    Id<administration::Patient> patient,
                    Uuid draft)
{
    m_journal->record({draft, patient.uuid, m_prefix + label, text});
}

QString KeptTexts::text() const
{
    QStringList texts;
    for (const auto &entry : entries())
        texts.append(entry.field.mid(m_prefix.size()) + QLatin1Char('\n') + entry.text);
    return texts.join(QStringLiteral("\n\n"));
}

void KeptTexts::discard()
{
    for (const auto &entry : entries())
        m_journal->discard(entry.draft);
}

std::vector<workflow::DraftEntry> KeptTexts::entries() const
{
    std::vector<workflow::DraftEntry> kept;
    for (const auto &draft : m_journal->drafts()) {
        for (const auto &entry : m_journal->entriesOf(draft)) {
            if (entry.field.startsWith(m_prefix))
                kept.push_back(entry);
        }
    }
    return kept;
}

} // namespace simiao::outpatient
