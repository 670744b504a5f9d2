#pragma once

#include "sdk/plugin_manifest.h"

#include <vector>

namespace simiao::host {

/// A plugin file whose manifest is understood; none of its code is loaded.
struct FoundPlugin
{
    QString file;
    sdk::PluginManifest manifest;

    bool operator==(const FoundPlugin &) const = default;
};

/// A plugin that stays out, and why.
struct RefusedPlugin
{
    QString file;
    /// Only the id, made of the file's name, where it cannot be read.
    sdk::PluginManifest manifest;
    QString reason; ///< "plugin.reason"
    QString detail; ///< for experts: ids, versions, the system's words

    bool operator==(const RefusedPlugin &) const = default;
};

/// What stands in the plugin folders, in the order of roots, kinds and file names.
struct Discovery
{
    std::vector<FoundPlugin> found;
    std::vector<RefusedPlugin> refused;
};

/// Folders that hold `features`, `backends` and `devices`: the program's own, then those of `plugins.path`.
/// A relative one is left out and said in the log.
QStringList pluginRoots(const QString &binFolder, const QStringList &extra);

/// Reads the manifests of all plugin files below `roots` without loading their code.
Discovery discoverPlugins(const QStringList &roots);

/// The manifest in a plugin's meta data `{"IID": ..., "MetaData": {...}}`, if a plugin in `folder` may be
/// like that.
/// \returns `plugin.manifest`, `plugin.sdk`, `plugin.kind` or `plugin.interface` (Invalid)
Result<sdk::PluginManifest> acceptManifest(const Json &metaData, const QString &folder);

} // namespace simiao::host
