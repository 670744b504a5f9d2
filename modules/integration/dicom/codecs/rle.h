#pragma once

#include "integration/dicom/raw_frame.h"

namespace simiao::dicom {

/// RLE Lossless (PS3.5 annex G): one segment for each byte of a sample of each component, most significant first.
/// A frame of bits is one segment of packed bits.
Result<RawFrame> decodeRle(const CodedFrame &frame);

/// PackBits into `out`. \returns how many bytes it filled; fewer than it has room for where `coded` ends early
std::size_t unpackBits(std::span<const std::byte> coded, std::span<std::byte> out);

} // namespace simiao::dicom
