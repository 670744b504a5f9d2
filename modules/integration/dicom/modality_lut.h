#pragma once

#include "imaging/defect.h"
#include "imaging/modality.h"

#include <vector>

class DcmItem;

namespace simiao::dicom {

/// Modality LUT Sequence, else Rescale Slope and Intercept of the frame, else none (PS3.3 C.11.1).
/// A slope of 0 says nothing and counts as 1.
imaging::ModalityTransform modalityTransform(DcmItem &dataset, int frameIndex);

/// Why modalityTransform() is not what the image means, so that its values have no unit: `imaging.mapping-unused` for a Modality LUT that is no
/// table and a slope of 0. A table that is too short is tableDefect().
std::vector<imaging::Defect> modalityDefects(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
