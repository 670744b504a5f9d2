#pragma once

#include <QLatin1StringView>

namespace simiao::imaging {

// What PixelSpacing::calibration says.

/// Pixel Spacing Calibration Type (0028,0A02): by known distances of source, patient and detector.
inline constexpr QLatin1StringView kByGeometry{"GEOMETRY"};
/// The same: by an object of known size in the picture.
inline constexpr QLatin1StringView kByFiducial{"FIDUCIAL"};

} // namespace simiao::imaging
