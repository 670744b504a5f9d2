#include "sdk/plugin_status.h"

namespace simiao::sdk {

using namespace Qt::StringLiterals;

QString stateName(PluginState state)
{
    switch (state) {
    case PluginState::Refused: return u"refused"_s;
    case PluginState::Resolved: return u"resolved"_s;
    case PluginState::Loaded: return u"loaded"_s;
    case PluginState::Initialized: return u"initialized"_s;
    case PluginState::Running: return u"running"_s;
    case PluginState::Stopped: return u"stopped"_s;
    }
    return {};
}

} // namespace simiao::sdk
