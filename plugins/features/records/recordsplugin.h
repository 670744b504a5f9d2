#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::records {

/// Finds any patient and shows what is on record, with a reason where the record is restricted.
class RecordsPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "records.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::records
