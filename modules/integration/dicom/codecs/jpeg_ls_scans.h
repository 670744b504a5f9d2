#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace simiao::dicom {

/// One scan of a JPEG-LS picture as a picture of its own.
struct JpegLsScan
{
    std::vector<std::byte> stream;
    int components = 1;
};

/// The scans of a picture: one where components are interleaved, else one for each (ISO 14495-1 annex C).
///
/// Each ends in a byte that no encoder writes. CharLS 2.4 does not notice the end of data in the middle of a run of zeros and
/// counts on for seconds; a one at the end stops it. It then says of a whole picture that there is too much, of one that
/// is cut short that it is damaged.
/// Empty where there is no frame header, and for pictures with restart intervals, of which every one had to be guarded.
std::vector<JpegLsScan> splitScans(std::span<const std::byte> picture);

} // namespace simiao::dicom
