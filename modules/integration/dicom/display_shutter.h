#pragma once

#include "imaging/shutter.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// Display Shutter (PS3.3 C.7.6.11), the frame's own or that of the whole object; nothing where there is none, or where its
/// numbers say nothing.
std::optional<imaging::Shutter> displayShutter(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
