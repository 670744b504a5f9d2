#pragma once

#include "integration/dicom/pixel_format.h"

#include <cstddef>
#include <span>
#include <vector>

namespace simiao::dicom {

/// Cuts each sample down to Bits Stored ending at High Bit and extends the sign of two's complement;
/// what stood in the other bits (retired overlays, dirt) is gone. In place, machine byte order.
void cutToStoredBits(std::span<std::byte> pixels, const PixelFormat &format);

/// Planes of red, green and blue to pixels of three.
std::vector<std::byte> interleaved(const std::vector<std::byte> &planes, const PixelFormat &format);

/// `count` bits from bit `first` on, the lowest of each byte first, as bytes of 0 and 1; missing ones are 0.
std::vector<std::byte> unpackedBits(std::span<const std::byte> packed, std::size_t first, std::size_t count);

/// The other way round; trailing bits are clear.
std::vector<std::byte> packedBits(std::span<const std::byte> bits);

/// Samples of 1 or 2 bytes as samples of `toBytes`, which is no fewer; signed ones keep their value.
std::vector<std::byte> widened(std::span<const std::byte> samples,
                               std::size_t fromBytes,
                               std::size_t toBytes,
                               bool isSigned);

/// Turns the bytes of each group of `size` round, in place; a last part of a group stays.
void swapBytes(std::span<std::byte> bytes, std::size_t size);

} // namespace simiao::dicom
