#pragma once

#include "imaging/orientation.h"
#include "imaging/spacing.h"

#include <optional>
#include <utility>

namespace simiao::imaging {

/// Where a picture lies in the patient.
struct SlicePlane
{
    ImageOrientation orientation;
    Vector3 position = {}; ///< Image Position (Patient): the centre of the first pixel, mm

    bool operator==(const SlicePlane &) const = default;

    Vector3 normal() const { return orientation.normal(); }
    /// How far along its own normal it lies, mm from the origin of the frame of reference.
    double depth() const;
    /// How far `point` lies above this plane, mm along its normal.
    double distanceTo(const Vector3 &point) const;
};

/// A picture in the patient: its plane, and how far its pixels are apart.
struct SpacedPlane
{
    SlicePlane plane;
    double rowMm = 1;    ///< between rows, > 0
    double columnMm = 1; ///< between columns, > 0
    int columns = 0;
    int rows = 0;

    /// Where a place of the picture lies, mm. \param column, row  from the centre of the first pixel
    Vector3 at(double column, double row) const;
    /// The place of the picture under `point`, straight above or below it: {column, row}; may be beside the picture.
    std::pair<double, double> under(const Vector3 &point) const;
};

/// Two places of a picture: {column, row} each.
struct PictureLine
{
    std::pair<double, double> from;
    std::pair<double, double> to;
};

/// Where the plane of `cutting` cuts `shown`, as far as both pictures reach; nothing where they are parallel (less than about
/// 2.5 degrees) or do not meet.
std::optional<PictureLine> cutLine(const SpacedPlane &shown, const SpacedPlane &cutting);

/// Whether they lie face to face: within about 2.5 degrees, in either direction.
bool areParallel(const SlicePlane &a, const SlicePlane &b);

} // namespace simiao::imaging
