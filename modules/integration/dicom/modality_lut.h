#pragma once

#include "imaging/modality.h"

class DcmItem;

namespace simiao::dicom {

/// Modality LUT Sequence, else Rescale Slope and Intercept of the frame, else none (PS3.3 C.11.1).
/// A slope of 0 says nothing and counts as 1.
imaging::ModalityTransform modalityTransform(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
