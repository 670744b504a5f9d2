#pragma once

#include "workflow/ports/image_export.h"

namespace simiao::dicom {

/// Does what workflow::ImageExporter promises, on the caller's thread: files below `DICOM`, then the DICOMDIR that names them.
/// As ImageExporter::run. Blocks. \thread any
Result<workflow::ImageExport> runExport(const workflow::ImageExportOrder &order,
                                        const workflow::TransferProgress &progress,
                                        const std::stop_token &stop);

} // namespace simiao::dicom
