#include "dicomplugin.h"

#include "dicom_backend.h"

namespace simiao::dicom {

Result<sdk::Backend> DicomPlugin::open(const sdk::BackendEnvironment &)
{
    return fileBackend();
}

} // namespace simiao::dicom
