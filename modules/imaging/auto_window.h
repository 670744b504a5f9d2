#pragma once

#include "imaging/frame.h"

namespace simiao::imaging {

/// A window for a frame whose file gives none: from the 1st to the 99.5th percentile of what was measured, so that a few
/// hot pixels or a metal edge do not darken the rest. Padding does not count. Smallest and Largest Pixel Value
/// (0028,0106/0107) are never asked: they lie too often.
VoiWindow autoWindow(const Frame &frame);

} // namespace simiao::imaging
