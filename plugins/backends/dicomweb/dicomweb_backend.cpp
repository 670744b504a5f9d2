#include "dicomweb_backend.h"

#include "core/log.h"
#include "integration/dicomweb/configured_servers.h"
#include "integration/dicomweb/dicomweb_archive.h"

namespace simiao::dicomweb {

Result<sdk::Backend> openBackend(const sdk::BackendEnvironment &environment)
{
    const auto configured = configuredServers(environment.config);
    for (const auto &fault : configured.faults)
        log::error(fault);
    sdk::Backend backend;
    backend.displayName = QStringLiteral("DICOMweb");
    for (const auto &server : configured.servers) {
        auto archive = DicomWebArchive::create(server);
        if (archive)
            backend.archives.push_back(std::move(*archive));
        else
            log::error(archive.error());
    }
    return backend;
}

} // namespace simiao::dicomweb
