#pragma once

#include "imaging/orientation.h"
#include "workflow/ports/image_source.h"

#include <optional>

namespace simiao::dicom {

/// What a listing needs to know of one image file.
struct InstanceHeader
{
    workflow::ImageSeries series; ///< of this instance; its own list of instances is empty
    workflow::ImageInstance instance;
    std::optional<imaging::ImageOrientation> orientation;
    std::optional<imaging::Vector3> position; ///< mm
};

/// Reads up to the pixels. As openDataset, and Invalid `imaging.no-pixels` for objects that are no image.
Result<InstanceHeader> readHeader(const QString &path);

} // namespace simiao::dicom
