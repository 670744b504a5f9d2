#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::outpatient {

/// The physician's desk: queue, consult screen, note, diagnosis, timeline.
class OutpatientPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "outpatient.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::outpatient
