#include "dicomwebplugin.h"

#include "dicomweb_backend.h"

namespace simiao::dicomweb {

Result<sdk::Backend> DicomWebPlugin::open(const sdk::BackendEnvironment &environment)
{
    return openBackend(environment);
}

} // namespace simiao::dicomweb
