#pragma once

#include "domain/administration/encounter.h"
#include "workflow/ports/draft_journal.h"

namespace simiao::outpatient {

/// What was written for a visit and not taken into its note, when another version of it held: kept in the writer's draft
/// journal until she says otherwise.
class KeptTexts
{
public:
    KeptTexts(workflow::DraftJournal *journal, Id<administration::Encounter> visit);

    /// \param draft  a fresh id
    void add(const QString &label, const QString &text, Id<administration::Patient> patient, Uuid draft);
    /// All of it, each text under its label; empty: there is none.
    QString text() const;
    void discard();

private:
    /// Those of this visit, in the order of the journal.
    std::vector<workflow::DraftEntry> entries() const;

    workflow::DraftJournal *m_journal;
    QString m_prefix;
};

} // namespace simiao::outpatient
