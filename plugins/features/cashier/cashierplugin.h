#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::cashier {

/// The cashier's desk: open charges, payment, change, receipt.
class CashierPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "cashier.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::cashier
