#pragma once

#include "imaging/frame.h"
#include "integration/dicom/pixel_format.h"

namespace simiao::dicom {

struct DatasetFile;

/// What a file says about one of its frames, apart from the pixels.
imaging::FrameFacts readFrameFacts(const DatasetFile &file, int frameIndex, const PixelFormat &format);

} // namespace simiao::dicom
