#pragma once

#include "postgres_connector.h"
#include "workflow/ports/maintenance.h"

namespace simiao::postgresql {

/// All that the server holds, in a folder, as of one moment; see RowSource::writeRows(). That it was written out stands in the trail
/// before, under `workstation`.
/// \param setup  logged in as whoever keeps the server
Result<workflow::Transfer> writeRows(const ServerSetup &setup,
                                     const workflow::ExportOrder &order,
                                     const QString &workstation,
                                     const std::stop_token &stop = {});

} // namespace simiao::postgresql
