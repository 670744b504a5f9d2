#pragma once

#include "sdk/feature_plugin.h"

/// What the tests' plugins are made of; the build says what each does when it is initialised.
class SamplePlugin : public QObject, public simiao::sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "sample.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    simiao::Result<void> initialize(simiao::sdk::Registry &registry) override;
};
