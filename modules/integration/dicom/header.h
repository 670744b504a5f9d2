#pragma once

#include "imaging/orientation.h"
#include "workflow/ports/image_source.h"

#include <optional>

namespace simiao::dicom {

struct DatasetFile;

/// What a listing needs to know of one image file.
struct InstanceHeader
{
    workflow::ImageSeries series; ///< of this instance; its own list of instances is empty
    workflow::ImageInstance instance;
    std::optional<imaging::ImageOrientation> orientation;
    std::optional<imaging::Vector3> position; ///< mm

    bool operator==(const InstanceHeader &) const = default;
};

/// By scanHeader where that is enough, else by parseHeader.
Result<InstanceHeader> readHeader(const QString &path);

/// By the toolkit. As openDataset, and Invalid `imaging.no-pixels` for objects that are no image.
Result<InstanceHeader> parseHeader(const QString &path);
/// The same of a file that is open; \param path  what the header says of its place
Result<InstanceHeader> parseHeader(const DatasetFile &file, const QString &path);

} // namespace simiao::dicom
