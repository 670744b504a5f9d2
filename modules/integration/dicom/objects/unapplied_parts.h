#pragma once

#include "imaging/defect.h"

#include <vector>

class DcmItem;

namespace simiao::imaging {
struct PresentationState;
}

namespace simiao::dicom {

/// `presentation.not-applied` for each part of a Grayscale Softcopy Presentation State (PS3.3 A.33.1) that it has and `state`, which was read
/// of it, does not: the attribute in the detail. Who sees the picture must know that its author saw another one. Subtraction of masks,
/// curves, compound graphics that are not there as simple ones as well, tables, windows and shutters that cannot be read.
std::vector<imaging::Defect> unappliedParts(DcmItem &dataset, const imaging::PresentationState &state);

} // namespace simiao::dicom
