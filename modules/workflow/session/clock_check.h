#pragma once

#include "workflow/context.h"

namespace simiao::workflow {

/// At the start, before anything is written: whether the clock stands before the newest records of the trail. Ids go on after those
/// that were used. A clock that is behind is noted in the trail (`clock.moved`, the seconds in its detail).
/// \param context  without a session but for site and workstation
/// \returns what to tell: what is wrong with the newest records of the trail (Corrupt), or Conflict `clock.behind` with the latest
///          recorded time at the workstation in `detail`; nothing when the clock is later, or behind by no more than clocks are when
///          they are set right
Task<Result<std::optional<Error>>> checkClock(Context context);

} // namespace simiao::workflow
