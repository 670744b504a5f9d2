#pragma once

#include "integration/dicom/raw_frame.h"

namespace simiao::dicom {

/// JPEG 2000 and High-Throughput JPEG 2000 (ISO 15444-1 and -15), up to 32 bits, by OpenJPEG.
/// Debian builds OpenJPEG with its assertions on: a damaged codestream may end the process, which is why it runs in one of its own.
/// With the codestream's own colour transform the samples are RGB, else what the data set says.
/// As a preview the picture without its two finest levels, a quarter of the edges, with what lies between by linear interpolation:
/// every fourth sample of every fourth row is one of the codestream. Small pictures, those of fewer levels, and those whose colours
/// have fewer samples are decoded in full.
Result<RawFrame> decodeJpeg2000(const CodedFrame &frame);

} // namespace simiao::dicom
