#include "dicomplugin.h"

#include "dicom_backend.h"

namespace simiao::dicom {

Result<sdk::Backend> DicomPlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

} // namespace simiao::dicom
