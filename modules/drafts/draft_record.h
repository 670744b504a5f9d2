#pragma once

#include "core/instant.h"
#include "workflow/ports/draft_journal.h"

#include <QByteArray>

namespace simiao::drafts {

/// One line of the journal: a field's new text, or the end of a draft.
struct DraftRecord
{
    workflow::DraftEntry entry;
    Instant at;
    bool isDiscard = false; ///< then only `entry.draft` counts

    bool operator==(const DraftRecord &) const = default;
};

/// Canonical JSON. A NUL or half a surrogate pair in the text becomes U+FFFD: no JSON could carry it, and the
/// rest of the text must not be lost for it.
QByteArray payloadOf(const DraftRecord &record);

/// The inverse; an error of JSON or of its values when the payload is not ours.
Result<DraftRecord> recordOf(const QByteArray &payload);

} // namespace simiao::drafts
