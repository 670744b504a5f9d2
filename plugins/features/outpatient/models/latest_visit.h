#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::outpatient {

/// What opens the latest visit of a patient. \returns NotFound `store.not-found` where there is none
Task<Result<scheduling::QueueTask>> latestVisit(workflow::Context context,
                                                Id<administration::Patient> patient);

} // namespace simiao::outpatient
