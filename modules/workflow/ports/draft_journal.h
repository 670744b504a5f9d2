#pragma once

#include "core/id.h"
#include "core/task.h"

#include <QString>

#include <vector>

namespace simiao::workflow {

/// What a person typed into one field, not yet signed.
struct DraftEntry
{
    Uuid draft; ///< the visit it belongs to
    Uuid patient;
    QString field; ///< stable name of the field, e.g. "note.10154-3"
    QString text;  ///< the whole text; empty removes the entry

    bool operator==(const DraftEntry &) const = default;
};

/// Keeps what is typed until it is signed: on the disk within a second of the last key, whatever happens to the program.
/// \thread  GUI; writing happens elsewhere
class DraftJournal
{
public:
    virtual ~DraftJournal() = default;

    /// Replaces the field's text. Returns at once; durable within a second, or when flush() ends.
    virtual void record(DraftEntry entry) = 0;
    /// All entries of the draft leave the journal: it was signed or given up.
    virtual void discard(Uuid draft) = 0;
    /// Ends when everything recorded so far is on the disk; Unavailable `draft.write` when the disk refuses.
    virtual Task<Result<void>> flush() = 0;

    virtual std::vector<DraftEntry> entriesOf(Uuid draft) const = 0;
    /// Drafts with at least one entry, oldest first.
    virtual std::vector<Uuid> drafts() const = 0;
};

} // namespace simiao::workflow
