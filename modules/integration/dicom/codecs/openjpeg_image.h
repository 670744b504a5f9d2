#pragma once

#include "integration/dicom/codecs/jpeg2000_complaints.h"
#include "integration/dicom/codecs/jpeg2000_planes.h"

namespace simiao::dicom {

/// A codestream of JPEG 2000 or High-Throughput JPEG 2000 by OpenJPEG; nothing where it gives up.
/// Debian builds OpenJPEG with its assertions on: a damaged codestream may end the process, which is why it runs in one of its own.
std::optional<Jpeg2000Planes> decodedByOpenJpeg(std::span<const std::byte> codestream,
                                                const Jpeg2000Manner &manner,
                                                Jpeg2000Complaints &complaints);

} // namespace simiao::dicom
