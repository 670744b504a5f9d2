#include "dicomweb_backend.h"

#include "core/log.h"
#include "integration/dicomweb/archive_entries.h"

namespace simiao::dicomweb {

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    const auto protocol = std::make_shared<DicomWebProtocol>();
    auto links = protocol->connections(environment.config);
    for (const auto &fault : links.faults)
        log::error(fault);
    sdk::Backend backend;
    backend.displayName = QStringLiteral("DICOMweb");
    backend.archives = std::move(links.archives);
    backend.archiveProtocol = protocol;
    return backend;
}

} // namespace simiao::dicomweb
