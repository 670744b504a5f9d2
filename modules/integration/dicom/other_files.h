#pragma once

#include "core/result.h"

#include <QString>

#include <functional>
#include <stop_token>

namespace simiao::dicom {

/// Shows `look` every file at or below `location` but those that are images by their first bytes (HeaderScanner), which most are. Ends
/// with the first error of `look`. As walkFiles. Blocks. \thread any
Result<void> visitOtherFiles(const QString &location,
                             const std::stop_token &stop,
                             const std::function<Result<void>(const QString &path)> &look);

} // namespace simiao::dicom
