#pragma once

#include <optional>

namespace simiao::dicom {

/// Frames in a second, by what an image says of it: Recommended Display Frame Rate (0008,2144), else Frame Time (0018,1063,
/// milliseconds), else Cine Rate (0018,0040). Nothing where none is between one in ten seconds and 1000 a second.
std::optional<double> framesPerSecond(std::optional<double> recommended,
                                      std::optional<double> frameTimeMs,
                                      std::optional<double> cineRate);

} // namespace simiao::dicom
