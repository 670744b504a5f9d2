#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::dicom {

/// Pictures from DICOM files in folders, and made ones for the demo.
class DicomPlugin : public QObject, public sdk::BackendPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID SimiaoBackendPlugin_iid FILE "dicom.json")
    Q_INTERFACES(simiao::sdk::BackendPlugin)

public:
    Result<sdk::Backend> open(const sdk::BackendEnvironment &environment) override;
};

} // namespace simiao::dicom
