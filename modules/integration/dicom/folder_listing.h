#pragma once

#include "integration/dicom/file_walk.h"
#include "integration/dicom/index/known_headers.h"
#include "workflow/ports/image_source.h"

namespace simiao::dicom {

/// The images at a location and what was passed over on the way.
struct FolderListing
{
    std::vector<workflow::ImageSeries> series;
    SkippedByReason skipped; ///< also `imaging.not-dicom`, `imaging.duplicate-instance` …
    int readFiles = 0;       ///< opened; the others were known
    QStringList missing;     ///< what the directory of a medium names and is not there
};

/// The directory (DICOMDIR) of the medium that `location` is, or is the directory of; else empty.
QString mediumDirectoryAt(const QString &location);
/// Where the objects of `location` lie: the medium, where it is its directory, else itself.
QString searchedPlace(const QString &location);

/// Reads the headers of all files at `location`. Where that is a medium with a directory (DICOMDIR), or the directory itself, of the
/// files that it names; where nothing can be had by it, of all files. Files that are no images are counted, not refused.
/// As walkFiles, and Invalid `imaging.no-images` with the reasons in the detail. Blocks. \thread any
Result<FolderListing> listFolder(const QString &location,
                                 const WalkLimits &limits,
                                 const std::stop_token &stop,
                                 const HeaderReading &how = {});

/// "imaging.not-dicom 3, imaging.no-pixels 1" for the log.
QString summary(const SkippedByReason &skipped);

} // namespace simiao::dicom
