#pragma once

namespace simiao::dicom {

struct PixelFormat;
struct RawFrame;

/// Takes out of a frame what stands in its samples beside the Bits Stored (PS3.5 8.1.1): drawings of old devices, which nothing but the
/// overlay's own group names, or whatever somebody has put there. Above a signed sample its sign is repeated: some programs read all
/// that is allocated.
void clearSpareBits(RawFrame &frame, const PixelFormat &format);

} // namespace simiao::dicom
