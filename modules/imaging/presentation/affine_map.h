#pragma once

#include "imaging/measure/measurement.h"
#include "imaging/turn.h"

namespace simiao::imaging {

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
AffineMap linearMap(const Turn &turn);

/// From places in the picture to places in the turned picture, both from the centre of their first pixel.
AffineMap turnedMap(const Turn &turn, int columns, int rows);

} // namespace simiao::imaging
