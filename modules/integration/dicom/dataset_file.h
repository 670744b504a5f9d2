#pragma once

#include "core/result.h"

#include <memory>

class DcmFileFormat;

namespace simiao::dicom {

/// How much of a file is parsed.
enum class ReadExtent { HeaderOnly, Everything };

/// Opens a DICOM file; large values are left on the disk until asked for.
/// NotFound `imaging.file-missing`, Invalid `imaging.not-dicom`, Corrupt `imaging.file-damaged`.
Result<std::unique_ptr<DcmFileFormat>> openDataset(const QString &path, ReadExtent extent);

} // namespace simiao::dicom
