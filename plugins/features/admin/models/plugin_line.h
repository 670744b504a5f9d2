#pragma once

#include "sdk/plugin_status.h"

#include <optional>

namespace simiao::admin {

/// A plugin as it came up at this start, and how it will be at the next.
struct PluginLine
{
    sdk::PluginStatus status;
    /// What was chosen since this start; absent: nothing.
    std::optional<bool> chosen;

    /// Whether the next start will have it.
    bool isOn() const { return chosen.value_or(status.reason != QLatin1StringView("plugin.disabled")); }
};

} // namespace simiao::admin
