#pragma once

namespace simiao::imaging {

/// Where the distance between pixels comes from; every length on the screen must say it.
enum class SpacingBasis {
    None,               ///< lengths are pixels, never millimetres
    PixelSpacing,       ///< in the patient, or calibrated by the modality (0028,0030)
    ImagerPixelSpacing, ///< at the detector: larger than the patient by the magnification (0018,1164)
};

/// Distance between the centres of neighbouring pixels, mm.
struct PixelSpacing
{
    double rowMm = 1;    ///< between rows, downwards: the first value of the DICOM attribute
    double columnMm = 1; ///< between columns, to the right
    SpacingBasis basis = SpacingBasis::None;

    bool operator==(const PixelSpacing &) const = default;
    bool isMillimetres() const { return basis != SpacingBasis::None; }
};

} // namespace simiao::imaging
