#pragma once

#include <QString>

namespace simiao::imaging {

/// Where the distance between pixels comes from; every length on the screen must say it.
enum class SpacingBasis {
    None,         ///< lengths are pixels, never millimetres
    PixelSpacing, ///< in the patient (0028,0030)
    PlaneUnknown, ///< Pixel Spacing alone of a projection: in the patient or at the detector (PS3.3 10.7.1.3)
    Calibrated,   ///< in the patient, by a calibration that the image names (0028,0A02)
    Estimated,    ///< at the detector, divided by the magnification that the device estimated
    ImagerPixelSpacing, ///< at the detector: larger than the patient by the magnification (0018,1164)
    Film,               ///< on the scanned film (0018,2010)
};

/// Distance between the centres of neighbouring pixels, mm.
struct PixelSpacing
{
    double rowMm = 1;    ///< between rows, downwards: the first value of the DICOM attribute
    double columnMm = 1; ///< between columns, to the right
    SpacingBasis basis = SpacingBasis::None;
    /// GEOMETRY or FIDUCIAL; empty unless Calibrated.
    QString calibration = {};

    bool operator==(const PixelSpacing &) const = default;
    bool isMillimetres() const { return basis != SpacingBasis::None; }
};

} // namespace simiao::imaging
