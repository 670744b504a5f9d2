#pragma once

#include "workflow/ports/image_export.h"

#include <stop_token>

namespace simiao::dicom {

/// What lies at or below `location` beside images and directories: to go along with them, or to be told that it cannot. Each object
/// once, in the order of their UIDs. As walkFiles. Blocks. \thread any
Result<std::vector<workflow::ExportedObject>> otherObjects(const QString &location,
                                                           const std::stop_token &stop);

} // namespace simiao::dicom
