#pragma once

#include "imaging/slice_plane.h"
#include "imaging/spacing.h"

#include <optional>

class DcmItem;

namespace simiao::dicom {

/// Where a frame lies in the patient and how far apart its pixels are; nothing where the image does not say.
std::optional<imaging::ImageOrientation> planeOrientation(DcmItem &dataset, int frameIndex);
/// Of a functional group, else of the data set: then that of the first frame, from which only a dose counts on (dose_grid.h).
std::optional<imaging::Vector3> planePosition(DcmItem &dataset, int frameIndex);
/// Both of them, or nothing.
std::optional<imaging::SlicePlane> slicePlane(const std::optional<imaging::ImageOrientation> &orientation,
                                              const std::optional<imaging::Vector3> &position);
std::optional<double> sliceThicknessMm(DcmItem &dataset, int frameIndex);

/// Slice Location (0020,1041) of an only frame, else how far the frame lies along its normal, mm.
std::optional<double> sliceLocationMm(DcmItem &dataset, int frameIndex);

/// Pixel Spacing, else Imager Pixel Spacing by the magnification where the device gives it, else Nominal Scanned Pixel
/// Spacing, else SpacingBasis::None; values below or equal to 0 do not count. Where Pixel Spacing repeats the detector's it
/// is the detector's; where it is another, or a calibration type stands beside it, it is calibrated. A projection that states it alone
/// leaves open whose it is: SpacingBasis::PlaneUnknown (PS3.3 10.7.1.3).
imaging::PixelSpacing pixelSpacing(DcmItem &dataset, int frameIndex);

/// By the plane's orientation, else by Patient Orientation (0020,0020), else empty.
imaging::EdgeLetters imageEdges(DcmItem &dataset, int frameIndex);

} // namespace simiao::dicom
