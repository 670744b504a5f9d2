#pragma once

#include "domain/medications/medication_dispense.h"
#include "domain/scheduling/slot.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

/// Slots of all departments and physicians that have a moment between `from` and `until`, by start.
inline constexpr Query<scheduling::Slot, Instant, Instant> slotsTouching{"slot/touching", {"from", "until"}};

/// The one that ends last, of all departments and physicians; nothing when there is none.
inline constexpr Query<scheduling::Slot> latestSlot{"slot/latest", {}};

/// Every lot of every drug, also empty and expired ones, by drug and expiry.
inline constexpr Query<medications::Lot> lots{"lot/all", {}};

} // namespace simiao::workflow::query
