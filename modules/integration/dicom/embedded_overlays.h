#pragma once

#include "imaging/overlay_plane.h"
#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <span>
#include <vector>

class DcmItem;

namespace simiao::dicom {

/// The overlay planes of groups 6000 … 601E that stand in bits of the samples which are no pixel: retired in 2004, and written
/// for decades before (PS3.3 of 2003, C.9.2.1.1). Empty for colour.
/// \param samples  of one frame as they were allocated, nothing cut off yet, machine byte order
std::vector<imaging::OverlayPlane> embeddedOverlays(DcmItem &dataset,
                                                    std::span<const std::byte> samples,
                                                    const PixelFormat &format);

} // namespace simiao::dicom
