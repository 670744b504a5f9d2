#pragma once

#include "imaging/shutter.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// Display Shutter (PS3.3 C.7.6.11), the frame's own or that of the whole object; nothing where there is none, or where its
/// numbers say nothing.
std::optional<imaging::Shutter> displayShutter(DcmItem &dataset, int frameIndex);

/// The shapes that stand in this very item. The standard bounds the corners of a polygon by nothing but the length of a value; one of
/// more than 1024 is left out as a whole, since each counts for every pixel, and cut short it would hide something else.
imaging::Shutter shutterShapes(DcmItem &item);

} // namespace simiao::dicom
