#pragma once

#include "workflow/ports/imaging_objects.h"

#include <stop_token>

namespace simiao::dicom {

/// What a file is and whom it names. As openDataset, and Invalid `report.no-report` for images and objects that are not shown.
Result<workflow::ImagingObject> readObjectHeader(const QString &path);

/// Those at or below `location`; images and other files are passed over. As walkFiles.
Result<std::vector<workflow::ImagingObject>> listObjects(const QString &location,
                                                         const std::stop_token &stop);

/// Reads the object by its kind.
Result<workflow::ImagingObjectContent> readObject(const workflow::ImagingObject &object);

} // namespace simiao::dicom
