#pragma once

#include "bootstrap/demo_people_source.h"
#include "bootstrap/demo_seed.h"

namespace simiao::bootstrap {

using SourcePointer = std::shared_ptr<const PeopleSource>;

/// Reads the material, and the hospital as it is stored: an earlier run may have made it.
/// \returns `demo.role-missing` when nobody is pharmacist or cashier
/// \thread  GUI; files are read on the thread pool
Task<Result<SourcePointer>> gatherPeopleSource(DemoPorts ports);

} // namespace simiao::bootstrap
