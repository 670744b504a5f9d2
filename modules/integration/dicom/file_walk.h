#pragma once

#include "core/result.h"

#include <QMap>
#include <QString>

#include <stop_token>
#include <vector>

namespace simiao::dicom {

/// How far a folder is searched.
struct WalkLimits
{
    int depth = 16;
    int files = 50'000;
};

/// Why files or folders were passed over, counted by error code.
using SkippedByReason = QMap<QString, int>;

struct FoundFiles
{
    std::vector<QString> paths; ///< sorted within each folder
    /// `imaging.folder-unreadable`, `imaging.folder-too-deep`, `imaging.too-many-files`, `imaging.folder-loop`, `imaging.link-outside`
    SkippedByReason skipped;
};

/// The regular files at or below `location`, which may be a file. Every folder is entered once, by its real
/// path, so that links cannot make a circle. A link that leads out of `location` is not followed: a disc or stick must bring its own files
/// and no others. NotFound `imaging.location-missing`; Cancelled.
Result<FoundFiles> walkFiles(const QString &location, const WalkLimits &limits, const std::stop_token &stop);

} // namespace simiao::dicom
