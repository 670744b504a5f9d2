#pragma once

#include "imaging/spacing.h"

#include <QLatin1StringView>

namespace simiao::imaging {

// What PixelSpacing::calibration says.

/// Pixel Spacing Calibration Type (0028,0A02): by known distances of source, patient and detector.
inline constexpr QLatin1StringView kByGeometry{"GEOMETRY"};
/// The same: by an object of known size in the picture.
inline constexpr QLatin1StringView kByFiducial{"FIDUCIAL"};
/// No value of the attribute, and with SpacingBasis::PixelSpacing only: a projection states Pixel Spacing alone, in the patient or at
/// the detector. A value of its own here, as no image can state it: of the attribute only the two above are taken over.
/// \source DICOM PS3.3 10.7.1.3
inline constexpr QLatin1StringView kPlaneUnknown{"plane unknown"};

inline bool isPlaneUnknown(const PixelSpacing &spacing)
{
    return spacing.basis == SpacingBasis::PixelSpacing && spacing.calibration == kPlaneUnknown;
}

} // namespace simiao::imaging
