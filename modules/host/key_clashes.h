#pragma once

#include "host/plugin_status.h"
#include "sdk/plugin_manifest.h"

#include <map>

namespace simiao::host {

/// Keys that two extensions at one point both want: a `plugin.key-clash` for each but the first, by plugin
/// id.
/// \param manifests  in the order in which they win
std::map<QString, std::vector<PluginNotice>> keyClashes(const std::vector<sdk::PluginManifest> &manifests);

} // namespace simiao::host
