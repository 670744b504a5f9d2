#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::orders {

/// The order line, the lines of the prescription and what the safety rules say of them.
class OrdersPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "orders.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::orders
