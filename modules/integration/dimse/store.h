#pragma once

#include "integration/dimse/destination.h"
#include "workflow/ports/image_archive.h"

#include <stop_token>

namespace simiao::dimse {

/// Sends DICOM files with C-STORE, each data set as it is stored, bit by bit, or, where a peer does not take that and
/// the pixels are native, in implicit VR little endian. What a peer refuses stands in the failures.
/// \returns an error where nothing could be begun: no file that can be read, no association
/// \thread blocks
Result<workflow::ImageTransfer> store(const Destination &peer,
                                      const QStringList &files,
                                      const workflow::TransferProgress &progress,
                                      std::stop_token stop);

} // namespace simiao::dimse
