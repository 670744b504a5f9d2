#pragma once

#include "integration/dimse/destination.h"
#include "workflow/ports/image_archive.h"

#include <stop_token>
#include <vector>

namespace simiao::dimse {

/// A service and what is said of a peer that does not take it.
struct WantedService
{
    QLatin1StringView sopClass;
    QString notice;
};

/// C-ECHO, and which of these services the peer does not take. As Association. \thread blocks
Result<workflow::ArchiveProof> echo(const Destination &peer,
                                    const std::vector<WantedService> &services,
                                    std::stop_token stop);

/// C-ECHO, and which of the services that retrieval needs the peer takes: `archive.no-find`, `archive.no-get`,
/// `archive.no-move` in the notices. As Association. \thread blocks
Result<workflow::ArchiveProof> echo(const Destination &peer, std::stop_token stop);

} // namespace simiao::dimse
