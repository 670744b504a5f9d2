#pragma once

#include "imaging/segmentation.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// The segments that a frame shows: the one its Segment Identification names, else all of a label map. Nothing for an image that is no
/// segmentation.
std::optional<imaging::Segmentation> segmentationOf(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
