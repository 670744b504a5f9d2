#pragma once

#include "imaging/measure/measurement.h"
#include "imaging/orientation.h"

namespace simiao::imaging {

/// How a picture is turned on the screen: first clockwise, then mirrored left to right.
/// \source DICOM PS3.3 C.10.6: Image Rotation (0070,0042) is before any Image Horizontal Flip (0070,0041)
struct SpatialTransform
{
    int rotation = 0; ///< degrees clockwise: 0, 90, 180 or 270
    bool isFlipped = false;

    bool operator==(const SpatialTransform &) const = default;
    bool isIdentity() const { return rotation == 0 && !isFlipped; }
    /// Rows of the picture stand upright on the screen.
    bool swapsAxes() const { return rotation == 90 || rotation == 270; }
    /// The same picture, then turned by a quarter or mirrored on the screen as it stands there.
    SpatialTransform turnedClockwise() const;
    SpatialTransform mirrored() const { return {rotation, !isFlipped}; }
};

/// x' = xx x + xy y + dx; y' = yx x + yy y + dy
struct AffineMap
{
    double xx = 1;
    double xy = 0;
    double yx = 0;
    double yy = 1;
    double dx = 0;
    double dy = 0;

    bool operator==(const AffineMap &) const = default;
    ImagePoint map(const ImagePoint &point) const
    {
        return {xx * point.column + xy * point.row + dx, yx * point.column + yy * point.row + dy};
    }
    /// This one after `first`.
    AffineMap after(const AffineMap &first) const;
};

/// About the origin.
AffineMap linearMap(const SpatialTransform &transform);

/// From places in the picture to places in the turned picture, both from the centre of their first pixel.
AffineMap turnedMap(const SpatialTransform &transform, int columns, int rows);

/// The letters at the edges of the turned picture.
EdgeLetters turnedEdges(const EdgeLetters &edges, const SpatialTransform &transform);

} // namespace simiao::imaging
