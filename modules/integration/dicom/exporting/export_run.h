#pragma once

#include "workflow/ports/image_export.h"

namespace simiao::dicom {

class DecoderPool;

/// Does what workflow::ImageExporter promises, on the caller's thread: files below `DICOM`, then the DICOMDIR that names them.
/// The decoders parse and clean; here, bytes are written. A file that ends a decoder, or is of no end, is a failure like others.
/// As ImageExporter::run. Blocks. \thread any
Result<workflow::ImageExport> runExport(const workflow::ImageExportOrder &order,
                                        const workflow::TransferProgress &progress,
                                        const std::stop_token &stop,
                                        DecoderPool &decoders);

} // namespace simiao::dicom
