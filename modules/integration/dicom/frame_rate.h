#pragma once

#include <optional>
#include <vector>

namespace simiao::dicom {

/// Frames in a second, by what an image says of it: Recommended Display Frame Rate (0008,2144), else Frame Time (0018,1063,
/// milliseconds), else the mean of Frame Time Vector (0018,1065), else Cine Rate (0018,0040). Nothing where none is between one in ten seconds and 1000 a second.
std::optional<double> framesPerSecond(std::optional<double> recommended,
                                      std::optional<double> frameTimeMs,
                                      std::optional<double> cineRate);

/// The mean step of a Frame Time Vector (0018,1065): milliseconds from each frame to the next, of which the first has none. Nothing
/// where there is no step, or one goes back.
std::optional<double> meanFrameTimeMs(const std::vector<double> &vector);

} // namespace simiao::dicom
