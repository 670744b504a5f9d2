#pragma once

#include "integration/dicom/raw_frame.h"

namespace simiao::dicom {

/// JPEG-LS, lossless and near-lossless, 2 to 16 bits, every interleave mode (ISO 14495-1), by CharLS.
Result<RawFrame> decodeJpegLs(const CodedFrame &frame);

} // namespace simiao::dicom
