#pragma once

#include "integration/dicom/file_walk.h"
#include "workflow/ports/image_source.h"

namespace simiao::dicom {

/// The images at a location and what was passed over on the way.
struct FolderListing
{
    std::vector<workflow::ImageSeries> series;
    SkippedByReason skipped; ///< also `imaging.not-dicom`, `imaging.duplicate-instance` …
};

/// Reads the headers of all files at `location`; files that are no images are counted, not refused.
/// As walkFiles, and Invalid `imaging.no-images` with the reasons in the detail. Blocks. \thread any
Result<FolderListing> listFolder(const QString &location,
                                 const WalkLimits &limits,
                                 const std::stop_token &stop);

/// "imaging.not-dicom 3, imaging.no-pixels 1" for the log.
QString summary(const SkippedByReason &skipped);

} // namespace simiao::dicom
