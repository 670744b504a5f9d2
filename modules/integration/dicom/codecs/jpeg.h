#pragma once

#include "integration/dicom/raw_frame.h"

namespace simiao::dicom {

/// JPEG baseline, extended, progressive (8 and 12 bits) and lossless (2 to 16 bits), by the toolkit's IJG libraries.
/// Its samples are left as coded; what they are is taken from the codestream where it says it: the Adobe marker, the names of
/// the components, JFIF, subsampling; the data set's word comes last.
Result<RawFrame> decodeJpeg(const CodedFrame &frame);

} // namespace simiao::dicom
