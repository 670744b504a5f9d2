#pragma once

#include "workflow/context.h"
#include "workflow/ports/maintenance.h"

namespace simiao::workflow {

/// Everything the store holds, written to `order.folder`. Permission `database.maintain`; the act `hospital.export` is audited
/// before the first row leaves, so the export holds it too. Site and time are the session's.
/// \returns what StoreMaintenance::exportTo() says
Task<Result<Transfer>> exportHospital(Context context,
                                      Uuid command,
                                      std::shared_ptr<StoreMaintenance> maintenance,
                                      ExportOrder order);

} // namespace simiao::workflow
