#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// Calls the patient in: the queue entry and the visit are in progress, with this physician. Act `queue.call`.
/// Calling a patient who is in already is harmless. Conflict `queue.state` when she was cancelled or has left.
Task<Result<scheduling::QueueTask>> callPatient(Context context,
                                                Uuid command,
                                                Id<scheduling::QueueTask> task);

} // namespace simiao::workflow
