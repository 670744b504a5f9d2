#pragma once

#include "domain/base/local_text.h"

#include <QString>

#include <vector>

namespace simiao::sdk {

/// How far a plugin came.
enum class PluginState {
    Refused,     ///< stays out; reason and detail say why
    Resolved,    ///< could run, none of its code is loaded
    Loaded,      ///< back-ends: ready to be opened
    Initialized, ///< has registered what it offers
    Running,     ///< knows that everybody has
    Stopped,
};

/// "running", "refused" ... for lists and JSON.
QString stateName(PluginState state);

/// Something worth saying of a plugin that runs all the same.
struct PluginNotice
{
    QString code; ///< plugin.unknown-key, plugin.key-clash, plugin.component-missing
    QString detail;

    bool operator==(const PluginNotice &) const = default;
};

/// One line of "About plugins" and of `simiao-cli plugins list`.
struct PluginStatus
{
    QString id;
    QString version; ///< empty where the manifest cannot be read
    QString kind;
    LocalText title;
    QString file;
    PluginState state = PluginState::Refused;
    QString reason; ///< code; empty unless refused
    QString detail;
    std::vector<PluginNotice> notices;
};

} // namespace simiao::sdk
