#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::pharmacy {

/// The pharmacist's desk: review, dispense by lot, hand over.
class PharmacyPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "pharmacy.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::pharmacy
