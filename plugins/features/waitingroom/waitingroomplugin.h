#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::waitingroom {

/// What hangs on the wall of the waiting room: who is called, and who is next.
class WaitingRoomPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "waitingroom.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::waitingroom
