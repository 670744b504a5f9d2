#pragma once

#include "core/disk.h"
#include "drafts/draft_book.h"
#include "drafts/journal_scan.h"

namespace simiao::drafts {

/// One journal on the disk and the book it stands for.
/// \thread  one at a time; blocks
class JournalFile
{
public:
    /// Reads the journal at `path`; a missing one is empty.
    /// \returns `draft.read` (Unavailable) when it is there and cannot be read
    static Result<JournalFile> open(std::shared_ptr<Disk> disk, const QString &path);

    const DraftBook &book() const { return m_book; }
    const JournalDamage &damage() const { return m_damage; }

    /// Puts `records` on the disk, and before them whatever earlier calls could not; compacts once when that
    /// is due.
    /// \returns ok only when everything is durable; `draft.write` (Unavailable) when it may not be: nothing
    ///          is lost, the next call writes it
    Result<void> write(const std::vector<DraftRecord> &records);

private:
    JournalFile(std::shared_ptr<Disk> disk, const QString &path, const QByteArray &journal);

    bool compact();
    Result<void> rewrite();
    Result<void> append(const std::vector<DraftRecord> &records);
    void clearPrevious();

    std::shared_ptr<Disk> m_disk;
    QString m_path;
    DraftBook m_book;
    QByteArray m_foreign;
    JournalDamage m_damage;
    std::unique_ptr<DiskFile> m_appending;
    bool m_isRewriteDue;       ///< the file cannot be appended to
    bool m_isCompactionWanted; ///< the file could be better, but will do
    bool m_isDamageKept;       ///< the file as it was found is to be kept aside
};

} // namespace simiao::drafts
