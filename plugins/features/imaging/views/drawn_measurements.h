#pragma once

#include "imaging/frame.h"
#include "imaging/views/measure_painter.h"

namespace simiao::viewer {

/// The measurements of a picture as they are drawn where nobody works with them: in a file, on paper.
/// \param hasValues  with their words; else shapes alone, and what is nothing but words is left out
std::vector<DrawnMeasurement> drawnMeasurements(const std::vector<imaging::Measurement> &measurements,
                                                const imaging::Frame &frame,
                                                bool hasValues);

} // namespace simiao::viewer
