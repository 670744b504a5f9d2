#pragma once

#include "bootstrap/kept_server.h"
#include "cli/call.h"

namespace simiao::cli {

/// Asks a server what it lets the log-ins of desks do beside Simiao's own functions, and says that to whoever keeps it.
Result<sdk::OpenDoors> sayOpenDoors(const Call &call, const bootstrap::KeptServer &server);

bool areOpen(const sdk::OpenDoors &doors);

} // namespace simiao::cli
