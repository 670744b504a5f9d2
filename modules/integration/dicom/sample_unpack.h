#pragma once

#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <vector>

namespace simiao::dicom {

/// Cuts each sample down to Bits Stored ending at High Bit and extends the sign of two's complement;
/// what stood in the other bits (retired overlays, dirt) is gone. In place, machine byte order.
void cutToStoredBits(std::vector<std::byte> &pixels, const PixelFormat &format);

/// Planes of red, green and blue to pixels of three.
std::vector<std::byte> interleaved(const std::vector<std::byte> &planes, const PixelFormat &format);

/// YBR_FULL to RGB in place, 8 bits, interleaved (PS3.3 C.7.6.3.1.2, ITU-R BT.601 at full range).
void convertYbrFullToRgb(std::vector<std::byte> &pixels);

} // namespace simiao::dicom
