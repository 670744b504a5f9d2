#pragma once

#include "imaging/frame_geometry.h"

#include <QString>

class DcmItem;

namespace simiao::dicom {

struct PixelPlace;

/// The Image Pixel module of a data set (PS3.3 C.7.6.3), checked.
struct PixelFormat
{
    imaging::FrameGeometry geometry; ///< of the stored samples; bits are bytes of 0 and 1
    int bitsAllocated = 8;           ///< 1, or whole bytes up to 64
    int bitsStored = 8;              ///< 1 … bitsAllocated
    int highBit = 7;                 ///< bitsStored - 1 … bitsAllocated - 1
    bool isSigned = false;
    bool isPlanar = false; ///< all reds, then all greens, then all blues
    /// Whole numbers of a width that no sample type has: they are kept in the next wider one.
    bool isWidened = false;
    QString photometric; ///< as in the data set, without _422 where its native pixels are whole

    int shift() const { return highBit + 1 - bitsStored; }
    /// Of one sample in a RawFrame.
    std::size_t sampleBytes() const
    {
        return static_cast<std::size_t>(bytesPerSample(geometry.sampleType()));
    }
    /// Two pixels share their chroma in native data (PS3.3 C.7.6.3.1.2).
    bool isSubsampled() const { return photometric.endsWith(QLatin1String("_422")); }
    /// Of one native frame; of a frame of bits, rounded up to whole bytes.
    std::int64_t nativeBytes() const;
};

/// Missing Bits Stored or High Bit are taken from Bits Allocated. Invalid `imaging.bits-unsupported` for
/// other allocations than 1 and whole bytes up to 64 (8, 16 and 32 where they are encapsulated), or 32 and 64 where the pixels are floating point,
/// and the errors of FrameGeometry::create.
Result<PixelFormat> readPixelFormat(DcmItem &dataset, const PixelPlace &place);

} // namespace simiao::dicom
