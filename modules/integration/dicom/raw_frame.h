#pragma once

#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <vector>

class DcmDataset;

namespace simiao::dicom {

/// One frame out of the decoder: samples as allocated, in the machine's byte order.
struct RawFrame
{
    std::vector<std::byte> pixels;
    QString colourModel; ///< DICOM photometric interpretation after decoding
    bool isPlanar = false;
};

/// Reads only the bytes of this frame where the file allows it.
Result<RawFrame> readRawFrame(DcmDataset &dataset, int frameIndex, const PixelFormat &format);

} // namespace simiao::dicom
