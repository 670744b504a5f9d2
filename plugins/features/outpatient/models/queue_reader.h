#pragma once

#include "outpatient/models/queue_model.h"
#include "workflow/context.h"

namespace simiao::outpatient {

/// Today's queue of the session's department, by number. Act `queue.read`.
/// Invalid `session.no-department` when the account belongs to none.
Task<Result<std::vector<QueueEntry>>> readQueue(workflow::Context context);

} // namespace simiao::outpatient
