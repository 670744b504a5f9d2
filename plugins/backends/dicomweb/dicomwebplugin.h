#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::dicomweb {

/// Archives of images that are reached over DICOMweb.
class DicomWebPlugin : public QObject, public sdk::BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoBackendPlugin_iid FILE "dicomweb.json")
    Q_INTERFACES(simiao::sdk::BackendPlugin)

public:
    Result<sdk::Backend> open(const sdk::BackendEnvironment &environment) override;
};

} // namespace simiao::dicomweb
