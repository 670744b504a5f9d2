#pragma once

#include "domain/scheduling/slot.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

/// Slots of all departments and physicians that have a moment between `from` and `until`, by start.
inline constexpr Query<scheduling::Slot, Instant, Instant> slotsTouching{"slot/touching", {"from", "until"}};

} // namespace simiao::workflow::query
