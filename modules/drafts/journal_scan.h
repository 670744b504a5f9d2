#pragma once

#include "drafts/draft_record.h"

namespace simiao::drafts {

/// What is wrong with a journal, in numbers that can be told and logged.
struct JournalDamage
{
    qsizetype tornBytes = 0;    ///< invalid bytes at the end: a write that did not finish
    int corruptRegions = 0;     ///< invalid stretches before valid records
    qsizetype corruptBytes = 0; ///< their bytes
    int foreignRecords = 0;     ///< valid, but of another version or algorithm: kept, not shown

    bool operator==(const JournalDamage &) const = default;
    /// Whether bytes of the file are not valid records.
    bool hasInvalidBytes() const { return tornBytes > 0 || corruptRegions > 0; }
};

/// A journal as its bytes read.
struct JournalScan
{
    std::vector<DraftRecord> records; ///< in order of writing
    QByteArray foreign;               ///< foreign records, whole
    JournalDamage damage;
};

/// One record as it stands in the file.
QByteArray journalBytes(const DraftRecord &record);

/// Reads whatever is valid in `journal`, in order; never fails.
JournalScan scanJournal(const QByteArray &journal);

} // namespace simiao::drafts
