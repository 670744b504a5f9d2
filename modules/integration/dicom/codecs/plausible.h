#pragma once

#include "core/result.h"

#include <cstddef>

namespace simiao::dicom {

struct PixelFormat;

/// Whether a frame of this shape can come from so few coded bytes; a file of four megabytes must not ask for gigabytes of
/// memory or seconds of work. Corrupt `imaging.pixels-missing` else.
/// \param factor  samples a coded byte may stand for in a frame of more than 32 million samples
Result<void> checkPlausible(const PixelFormat &format, std::size_t codedBytes, int factor = 16);

} // namespace simiao::dicom
