#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::registration {

/// The front desk: find or register a patient, give a half-hour and a queue number.
class RegistrationPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "registration.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::registration
