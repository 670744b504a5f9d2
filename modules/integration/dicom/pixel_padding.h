#pragma once

#include "imaging/frame.h"
#include "integration/dicom/pixel_format.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// Stored values that are no measurement: of whole numbers by Pixel Padding Value and Range Limit (0028,0120/0121), which have the sign of the
/// pixels whatever VR the file gave them; of floating point ones by those of their own kind (0028,0122 to 0028,0125; PS3.3 C.7.5.1.1.2).
/// Nothing where there are none: NaN is no measurement anyway.
std::optional<imaging::ValueRange> pixelPadding(DcmItem &dataset, const PixelFormat &format);

} // namespace simiao::dicom
