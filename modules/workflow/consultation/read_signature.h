#pragma once

#include "domain/administration/encounter.h"
#include "domain/base/local_text.h"
#include "workflow/context.h"

namespace simiao::workflow {

/// Who signed the version of a visit's note that holds, and when.
struct Signature
{
    LocalText signer;
    Instant signedAt;
};

/// For who has the visit open already: nothing of the record is shown, so nothing is audited. Absent: it is not signed.
/// Act `patient.read`.
Task<Result<std::optional<Signature>>> readSignature(Context context,
                                                     Id<administration::Patient> patient,
                                                     Id<administration::Encounter> visit);

} // namespace simiao::workflow
