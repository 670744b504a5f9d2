#pragma once

#include "sdk/feature_plugin.h"

namespace simiao::viewer {

/// The patient's DICOM images beside the note.
class ImagingPlugin : public QObject, public sdk::FeaturePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoFeaturePlugin_iid FILE "imaging.json")
    Q_INTERFACES(simiao::sdk::FeaturePlugin)

public:
    Result<void> initialize(sdk::Registry &registry) override;
};

} // namespace simiao::viewer
