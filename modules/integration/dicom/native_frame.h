#pragma once

#include "integration/dicom/raw_frame.h"

class QIODevice;

namespace simiao::dicom {

struct PixelPlace;

/// For checkBudget.
FrameCost nativeCost(const PixelFormat &format);

/// One uncompressed frame out of the device, without touching the others. As readRawFrame.
Result<RawFrame> readNativeFrame(QIODevice &device,
                                 const PixelPlace &place,
                                 const PixelFormat &format,
                                 bool isBigEndian,
                                 int frameIndex);

/// A frame that was packed natively, in little endian, from its first bit on: bits unpacked, chroma repeated, planes
/// interleaved. Fewer bytes than the frame needs are filled up and said.
Result<RawFrame> fromNativeBytes(std::vector<std::byte> bytes, const PixelFormat &format);

} // namespace simiao::dicom
