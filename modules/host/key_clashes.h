#pragma once

#include "sdk/plugin_manifest.h"
#include "sdk/plugin_status.h"

#include <map>

namespace simiao::host {

/// Keys that two extensions at one point both want: a `plugin.key-clash` for each but the first, by plugin
/// id.
/// \param manifests  in the order in which they win
std::map<QString, std::vector<sdk::PluginNotice>> keyClashes(
    const std::vector<sdk::PluginManifest> &manifests);

} // namespace simiao::host
