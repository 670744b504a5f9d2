#pragma once

#include "workflow/ports/unit_of_work.h"

namespace simiao::workflow {

/// What every store asks before it writes: whether each text of `work` can be kept as it is. Use cases say where a fault is;
/// this is for what they forgot, since a NUL that was stored would make the row unreadable for ever.
/// \returns Invalid `text.nul` or `text.lone-surrogate` with the position
Result<void> checkedWork(const UnitOfWork &work);

} // namespace simiao::workflow
