#pragma once

#include "imaging/frame.h"
#include "imaging/measure/measurement.h"

#include <optional>
#include <vector>

namespace simiao::imaging {

/// On what ground a length stands. Every length on the screen says it.
enum class LengthBasis {
    Pixels,       ///< no millimetres
    PixelSpacing, ///< in the patient, Pixel Spacing (0028,0030)
    PlaneUnknown, ///< Pixel Spacing of a projection that does not say whether it is at the detector
    Calibrated,   ///< in the patient, by a calibration of which the image does not say the kind
    Geometry,     ///< in the patient, calibrated by known distances (0028,0A02)
    Fiducial,     ///< in the patient, calibrated by an object of known size (0028,0A02)
    Estimated,    ///< at the detector, divided by an estimated magnification
    Detector,     ///< at the detector, larger than the patient (0018,1164)
    Film,         ///< on the scanned film (0018,2010)
    Region,       ///< by an ultrasound region (0018,6011)
};

/// Why there is no length in millimetres.
enum class NoMillimetres {
    NoSpacing,      ///< the image says nothing: pixels are counted
    OutsideRegions, ///< beside all calibrated regions of the picture: pixels are counted
    LeavesRegion,   ///< from one region into another, or out of one: no length at all
    NoLengthAxis,   ///< the region shows a curve, not the body: no length at all
    CrossesItself,  ///< the outline of an area crosses itself: no area at all
};

/// Part of a picture with its own scale. Nothing where the axis is no length (Doppler: time and speed).
struct ScaleRegion
{
    double left = 0; ///< columns and rows of the outermost pixels, which belong to the region
    double top = 0;
    double right = 0;
    double bottom = 0;
    std::optional<double> columnMm = {}; ///< between columns, > 0
    std::optional<double> rowMm = {};    ///< between rows, > 0
};

/// How steps between pixels become millimetres on one picture.
struct Scale
{
    double columnMm = 1;
    double rowMm = 1;
    LengthBasis basis = LengthBasis::Pixels;
    /// Where there are any, they alone say what a millimetre is.
    std::vector<ScaleRegion> regions = {};
};

/// The scale that `facts` give.
/// \source DICOM PS3.3 10.7.1.3 (Pixel Spacing, its calibration, Imager Pixel Spacing), C.8.5.5 (ultrasound regions)
Scale scaleOf(const FrameFacts &facts);

/// The scale that holds for some points: one pair of steps, or the reason why there is none.
struct LocalScale
{
    double columnStep = 1; ///< mm, or 1 where pixels are counted
    double rowStep = 1;
    LengthBasis basis = LengthBasis::Pixels;
    std::optional<NoMillimetres> why = {};

    /// There is a length to be said, in millimetres or in pixels.
    bool hasLength() const { return !why || *why <= NoMillimetres::OutsideRegions; }
    bool isMillimetres() const { return !why; }
};

/// For an outline through `points`. Of regions that lie one in another the inner one counts where a point lies in both; an
/// outline that touches two regions, or leaves one, has no length.
LocalScale localScale(const Scale &scale, const std::vector<ImagePoint> &points);

} // namespace simiao::imaging
