#pragma once

#include "workflow/ports/draft_journal.h"

#include <QObject>
#include <QSet>

#include <memory>

namespace simiao::shell {

/// A draft journal that tells when the number of unsigned visits may have changed.
class ObservedDrafts : public QObject, public workflow::DraftJournal
{
    Q_OBJECT

public:
    explicit ObservedDrafts(std::unique_ptr<workflow::DraftJournal> journal, QObject *parent = nullptr);

    void record(workflow::DraftEntry entry) override;
    void discard(Uuid draft) override;
    Task<Result<void>> flush() override { return m_journal->flush(); }
    std::vector<workflow::DraftEntry> entriesOf(Uuid draft) const override
    {
        return m_journal->entriesOf(draft);
    }
    std::vector<Uuid> drafts() const override { return m_journal->drafts(); }

    /// Drafts that wait for a signature or an end; what is only kept is not among them.
    qsizetype count() const;

Q_SIGNALS:
    void countChanged(qsizetype count);

private:
    void tell();

    std::unique_ptr<workflow::DraftJournal> m_journal;
    /// Noted here because texts of all drafts would have to be copied at each key otherwise.
    QSet<Uuid> m_keptOnly;
    qsizetype m_told = 0;
};

} // namespace simiao::shell
