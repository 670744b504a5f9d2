#pragma once

#include "core/result.h"
#include "workflow/diagnostics/import_check.h"

#include <stop_token>

namespace simiao::dicom {

/// What one object says of itself. As openDataset.
Result<workflow::ImportHeader> readImportHeader(const QString &path);

/// Of every DICOM object at or below `location`; other files are passed over. As walkFiles. Blocks. \thread any
Result<std::vector<workflow::ImportHeader>> examineLocation(const QString &location,
                                                            const std::stop_token &stop);

} // namespace simiao::dicom
