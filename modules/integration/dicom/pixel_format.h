#pragma once

#include "imaging/frame_geometry.h"

#include <QString>

class DcmItem;

namespace simiao::dicom {

/// The Image Pixel module of a data set (PS3.3 C.7.6.3), checked.
struct PixelFormat
{
    imaging::FrameGeometry geometry;
    int bitsAllocated = 8; ///< 8, 16 or 32
    int bitsStored = 8;    ///< 1 … bitsAllocated
    int highBit = 7;       ///< bitsStored - 1 … bitsAllocated - 1
    bool isSigned = false;
    bool isPlanar = false; ///< all reds, then all greens, then all blues
    QString photometric;   ///< as in the data set

    int shift() const { return highBit + 1 - bitsStored; }
};

/// Missing Bits Stored or High Bit are taken from Bits Allocated. Invalid `imaging.bits-unsupported` for
/// other allocations than 8, 16 and 32, and the errors of FrameGeometry::create.
Result<PixelFormat> readPixelFormat(DcmItem &dataset);

} // namespace simiao::dicom
