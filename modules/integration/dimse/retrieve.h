#pragma once

#include "integration/dimse/destination.h"
#include "integration/dimse/listener.h"
#include "workflow/ports/image_archive.h"

namespace simiao::dimse {

/// Brings what `sink` does not have: C-FIND for what there is, then C-GET or C-MOVE over several associations, each with its
/// share of the images. What one that is cut has not brought, the others bring.
/// \param place  for C-MOVE; listened on while it runs
/// \returns NotFound `archive.nothing` where the archive has none of it; as Association where nothing could be begun
/// \thread blocks
Result<workflow::ImageTransfer> retrieve(const Destination &peer,
                                         const ListeningPlace &place,
                                         const workflow::Retrieval &what,
                                         std::shared_ptr<workflow::ObjectSink> sink,
                                         workflow::TransferProgress progress,
                                         std::stop_token stop);

} // namespace simiao::dimse
