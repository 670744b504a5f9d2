#pragma once

#include "bootstrap/demo_seed.h"

namespace simiao::bootstrap {

/// Adds the generated people to a store that holds the demonstration's hospital, fifty a commit; batches that
/// an earlier run committed are left as they are.
/// \returns `report` with what was added; `demo.role-missing` when pharmacist, cashier or administrator is gone
Task<Result<DemoReport>> seedPeople(DemoPorts ports, DemoReport report);

} // namespace simiao::bootstrap
