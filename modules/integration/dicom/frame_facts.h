#pragma once

#include "imaging/frame.h"
#include "integration/dicom/pixel_format.h"

namespace simiao::dicom {

/// What the data set says about one of its frames, apart from the pixels.
imaging::FrameFacts readFrameFacts(DcmItem &dataset, int frameIndex, const PixelFormat &format);

} // namespace simiao::dicom
