#pragma once

#include "imaging/overlay_plane.h"
#include "imaging/shutter.h"

namespace simiao::dicom {

// What whoever paints relies on, of planes and shutters that come from the other side.

bool isPlane(const imaging::OverlayPlane &plane);
bool isShutter(const imaging::Shutter &shutter);

} // namespace simiao::dicom
