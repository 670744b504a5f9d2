#pragma once

#include "integration/dimse/destination.h"
#include "workflow/ports/image_archive.h"

#include <stop_token>

namespace simiao::dimse {

/// C-ECHO, and which of the services that retrieval needs the peer takes: `archive.no-find`, `archive.no-get`,
/// `archive.no-move` in the notices. As Association. \thread blocks
Result<workflow::ArchiveProof> echo(const Destination &peer, std::stop_token stop);

} // namespace simiao::dimse
