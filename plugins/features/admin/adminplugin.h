#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::admin {

/// The administrator's desk: accounts, roles, settings, audit trail, plugins, database, set-up.
class AdminPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "admin.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::admin
