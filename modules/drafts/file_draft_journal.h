#pragma once

#include "core/clock.h"
#include "drafts/draft_book.h"
#include "drafts/journal_scan.h"

#include <QObject>

namespace simiao {
class Disk;
}

namespace simiao::drafts {

class JournalFile;
class JournalWriter;

/// The draft journal of one user, in one file of this workstation.
/// \thread  GUI; the disk is written on a thread of its own
class FileDraftJournal : public QObject, public workflow::DraftJournal
{
    Q_OBJECT

public:
    /// Reads what is there; makes the folder when it is missing. The file itself is created or mended in the
    /// background.
    /// \param user  account id: names the file
    /// \returns `draft.folder` or `draft.read` (Unavailable)
    static Result<std::unique_ptr<FileDraftJournal>> open(std::shared_ptr<Disk> disk,
                                                          std::shared_ptr<const Clock> clock,
                                                          const QString &folder,
                                                          const QString &user);
    /// Writes what is left and waits for it.
    ~FileDraftJournal() override;

    void record(workflow::DraftEntry entry) override;
    void discard(Uuid draft) override;
    Task<Result<void>> flush() override;
    std::vector<workflow::DraftEntry> entriesOf(Uuid draft) const override { return m_book.entriesOf(draft); }
    std::vector<Uuid> drafts() const override { return m_book.drafts(); }

    /// When something was last typed into the draft, today or before; nothing where there is none.
    std::optional<Instant> lastTyped(Uuid draft) const { return m_book.lastTyped(draft); }
    /// What was wrong with the file when it was opened: to be told to the person.
    const JournalDamage &damage() const { return m_damage; }

Q_SIGNALS:
    /// What is typed is in memory only; writing is tried again. `reason` is for experts.
    void writeFailed(const QString &reason);
    /// Everything is on the disk again.
    void writeRecovered();

private:
    FileDraftJournal(std::shared_ptr<const Clock> clock, JournalFile file);

    void add(DraftRecord record);
    void report(const Result<void> &written);

    std::shared_ptr<const Clock> m_clock;
    DraftBook m_book;
    JournalDamage m_damage;
    std::unique_ptr<JournalWriter> m_writer;
};

} // namespace simiao::drafts
