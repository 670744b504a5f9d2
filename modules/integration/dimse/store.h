#pragma once

#include "integration/dimse/destination.h"
#include "workflow/ports/noted_sending.h"

#include <stop_token>

namespace simiao::dimse {

/// Sends DICOM files with C-STORE, each data set as it is stored, bit by bit, or, where a peer does not take that and
/// the pixels are native, in implicit VR little endian. What a peer refuses stands in the failures.
/// \param sent  hears of each file that the peer has taken
/// \returns an error where nothing could be begun: no file that can be read, no association
/// \thread blocks
Result<workflow::ImageTransfer> store(const Destination &peer,
                                      const QStringList &files,
                                      const workflow::TransferProgress &progress,
                                      std::stop_token stop,
                                      const workflow::FileSent &sent = {});

} // namespace simiao::dimse
