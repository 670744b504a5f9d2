#pragma once

#include "integration/dimse/destination.h"
#include "workflow/ports/modality_worklist.h"

#include <stop_token>

namespace simiao::dimse {

/// C-FIND of scheduled procedure steps (PS3.4 annex K). As Association. \thread blocks
Result<workflow::Worklist> findSteps(const Destination &server,
                                     const workflow::WorklistQuery &query,
                                     std::stop_token stop);

/// C-ECHO to a worklist server: `archive.no-worklist` in the notices where it has none.
Result<workflow::ArchiveProof> echoWorklist(const Destination &server, std::stop_token stop);

} // namespace simiao::dimse
