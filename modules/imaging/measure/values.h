#pragma once

#include "imaging/measure/scale.h"

namespace simiao::imaging {

/// A length or an area and the ground it stands on.
struct MeasuredSize
{
    /// mm or px (mm² or px² for an area); nothing where there is no length to be said.
    std::optional<double> value = {};
    LengthBasis basis = LengthBasis::Pixels;
    /// Why it is not in millimetres.
    std::optional<NoMillimetres> why = {};
    /// Digits after the point that the spacing can carry.
    int decimals = 1;

    bool operator==(const MeasuredSize &) const = default;
    bool isMillimetres() const { return value && !why; }
};

struct MeasuredAngle
{
    std::optional<double> degrees = {};
    std::optional<NoMillimetres> why = {}; ///< NoSpacing: pixels are taken as square
    int decimals = 0;

    bool operator==(const MeasuredAngle &) const = default;
};

/// Two lengths at right angles, the longer one first.
struct TwoLengths
{
    MeasuredSize longer;
    MeasuredSize shorter;
};

/// Digits after the point worth showing where a step of the scale is `step` wide: a hand places a point to half a pixel.
/// 0.7 -> 1, 0.07 -> 2, 2 -> 0; never more than 5.
int decimalsFor(double step);

/// \source Pythagoras on rows and columns, each by its own spacing (PS3.3 10.7.1.1: the first value is between rows)
MeasuredSize lengthBetween(const Scale &scale, const ImagePoint &from, const ImagePoint &to);

/// Between the arms, 0 … 180 degrees, in the patient and not on the screen where pixels are not square. Nothing where an arm
/// has no length. One decimal from arms of about 57 pixels on: half a pixel is half a degree there.
MeasuredAngle angleAt(const Scale &scale, const ImagePoint &a, const ImagePoint &vertex, const ImagePoint &b);

/// Cobb's angle: between two end plates, each as a line across the spine: to the right, or downwards where the middles of the
/// two lie rather side by side. So a curve beyond 90 degrees is not folded back, and the order of the ends does not matter.
/// \source J. R. Cobb, Outline for the study of scoliosis, 1948
MeasuredAngle cobbAngle(const Scale &scale, const std::vector<ImagePoint> &points);

/// Long and short axis. \param points  two ends, then two ends at right angles to them
/// \source the two diameters of WHO and RECIST 1.1 (Eisenhauer 2009)
TwoLengths bidirectional(const Scale &scale, const std::vector<ImagePoint> &points);

/// `points` with the second axis turned about its first end so that it is at right angles to the first axis in the patient.
/// Unchanged unless there are four, and where the first axis has no length.
std::vector<ImagePoint> squared(const Scale &scale, std::vector<ImagePoint> points);

} // namespace simiao::imaging
