#pragma once

#include "imaging/frame.h"

namespace simiao::imaging {

/// A window for a frame whose file gives none: from the 1st to the 99.5th percentile of what was measured, so that a few
/// hot pixels or a metal edge do not darken the rest. Padding does not count. Smallest and Largest Pixel Value
/// (0028,0106/0107) are never asked: they lie too often. All of `fullScale` where that is known.
VoiWindow autoWindow(const Frame &frame);

/// From which to which measured value parts of the pixels lie: 0 the lowest, 1 the highest. Padding does not count. Both ends are
/// those of all values where the parts fall on one; {0, 1} for a frame that holds nothing but padding.
/// \param from, to  0 … 1
ValueRange valuesBetween(const Frame &frame, double from, double to);

} // namespace simiao::imaging
