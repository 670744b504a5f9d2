#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// The person's numbers in full, where lists show them masked. Act `patient.identifiers`, audited: who saw whose.
Task<Result<administration::Patient>> revealIdentifiers(Context context, Id<administration::Patient> patient);

} // namespace simiao::workflow
