#pragma once

#include "core/result.h"

#include <QString>

namespace simiao::dicom {

/// A copy of a DICOM file: the data set byte for byte, behind a cleared preamble; a file without file meta information gets one, as
/// media want it. As openDataset and WholeFile. Blocks. \thread any
Result<void> copyObject(const QString &from, const QString &to, bool mayReplace = false);

} // namespace simiao::dicom
