#pragma once

#include "workflow/context.h"
#include "workflow/ports/queries.h"

namespace simiao::workflow {

/// Where a patient goes today.
struct CheckIn
{
    Id<administration::Patient> patient;
    Id<administration::Organization> department;
    /// The half-hour taken; its physician is who the patient waits for.
    Id<scheduling::Slot> slot;
};

/// What the slip says.
struct CheckedIn
{
    administration::Encounter encounter;
    scheduling::QueueTask task;
    Money fee;
};

/// Opens a visit: takes a place in the slot, gives a queue number, charges the registration fee; all or nothing.
/// Act `encounter.check-in`. Invalid `slot.elsewhere` for another department's place or another day's; Conflict `slot.full` when the last place went to somebody else.
Task<Result<CheckedIn>> checkIn(Context context, Uuid command, CheckIn wish);

} // namespace simiao::workflow
