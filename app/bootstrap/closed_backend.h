#pragma once

#include "bootstrap/application_graph.h"

namespace simiao::bootstrap {

/// A profile that this process owns, with its back-end plugin loaded and its store not opened: what a restore or a migration
/// works on.
struct ClosedBackend
{
    std::unique_ptr<Profile> profile;
    Config config;
    std::unique_ptr<host::PluginHost> plugins;
    sdk::BackendPlugin *backend = nullptr; ///< owned by its library
    sdk::BackendEnvironment environment;
};

/// \returns `profile.in-use`, `profile.missing`, or the first error of a part
Result<std::unique_ptr<ClosedBackend>> openClosedBackend(const StartOptions &options);

} // namespace simiao::bootstrap
