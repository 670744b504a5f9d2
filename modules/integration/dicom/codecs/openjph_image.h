#pragma once

#include "integration/dicom/codecs/jpeg2000_planes.h"

namespace simiao::dicom {

/// A codestream of High-Throughput JPEG 2000 by OpenJPH, which takes less than half of what OpenJPEG does. Strict: nothing where the stream
/// is not High-Throughput throughout, of more than 16 bits or subsampled, or where OpenJPH has anything to say of it; another decoder may know
/// more then. It is no more used to hostile bytes than OpenJPEG is: in a process of its own.
std::optional<Jpeg2000Planes> decodedByOpenJph(std::span<const std::byte> codestream, int halvings);

} // namespace simiao::dicom
