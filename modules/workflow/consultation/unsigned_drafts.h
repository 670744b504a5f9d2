#pragma once

#include "workflow/consultation/visit_draft.h"
#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// What somebody typed for a visit and has not signed.
struct UnsignedDraft
{
    administration::Encounter encounter;
    administration::Patient patient;
    scheduling::QueueTask task; ///< opens the visit
    int sections = 0;           ///< sections of the note that hold text
    int diagnoses = 0;
    int medications = 0;
    QString excerpt; ///< beginning of the first section that holds text, on one line

    /// Whether it can still be signed; a visit that was signed or cancelled elsewhere leaves its draft behind.
    bool isOpen() const;
    bool operator==(const UnsignedDraft &) const = default;
};

/// The drafts of visits in what the journal holds, the oldest visit first; other drafts (a form, a pharmacist's words) are
/// left out. Act `composition.write`. \param entries  all entries of the journal
Task<Result<std::vector<UnsignedDraft>>> unsignedDrafts(Context context, std::vector<DraftEntry> entries);

/// Records that the person gave up a draft; the caller then takes it out of the journal. Act `composition.write`, detail
/// "draft-discarded".
Task<Result<void>> discardDraft(Context context, Uuid command, Id<administration::Patient> patient);

} // namespace simiao::workflow
