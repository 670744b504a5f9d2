#pragma once

#include "workflow/ports/image_export.h"

#include <stop_token>

namespace simiao::dicom {

class DecoderPool;

/// What lies at or below `location` beside images and directories: to go along with them, or to be told that it cannot. Each object
/// once, in the order of their UIDs. The decoders parse them; one that ends them goes along to be told as it cannot be written.
/// As walkFiles. Blocks. \thread any
Result<std::vector<workflow::ExportedObject>> otherObjects(const QString &location,
                                                           const std::stop_token &stop,
                                                           DecoderPool &decoders);

} // namespace simiao::dicom
