#pragma once

#include "sdk/feature_plugin.h"

class VitalsPlugin : public QObject, public simiao::sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "vitals.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    simiao::Result<void> initialize(simiao::sdk::Registry &registry) override;
};
