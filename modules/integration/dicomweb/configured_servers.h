#pragma once

#include "core/config.h"
#include "integration/dicomweb/server_settings.h"

#include <vector>

namespace simiao::dicomweb {

/// What the settings say of web archives: those that can be used, in their order, and what is wrong with the others.
struct ConfiguredServers
{
    std::vector<ServerSettings> servers;
    std::vector<Error> faults;
};

/// Reads `dicomweb.servers` and the keys `dicomweb.<id>.…` (plugins/backends/dicomweb/README.md lists them). Secrets stand in files
/// of their own, which nobody but their owner may read.
/// Faults: Invalid `archive.setting` with the key; Invalid `archive.secret-in-settings` for a password in the settings;
/// Forbidden `archive.secret-open` with a file that others may read; errors of the disk; those of http::checked()
ConfiguredServers configuredServers(const Config &config);

} // namespace simiao::dicomweb
