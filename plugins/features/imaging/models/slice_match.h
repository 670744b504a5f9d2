#pragma once

#include "imaging/models/series_places.h"

namespace simiao::viewer {

/// Which slice of another series goes with one, and why it is that one.
struct SliceMatch
{
    enum class Ground {
        Position, ///< it lies nearest
        Number,   ///< it is as many slices away as it was when scrolling was linked
        None,     ///< the series lie across each other: none goes with it
    };

    Ground ground = Ground::None;
    int slice = 0;
    double distanceMm = 0; ///< by position
    int offset = 0;        ///< by number

    bool operator==(const SliceMatch &) const = default;
};

/// Slices that face each other in one frame of reference go by position, those of another space by number.
/// \param offset  slices that `to` was ahead of `from` when the two were linked
SliceMatch matchSlice(const SeriesPlaces &from, int slice, const SeriesPlaces &to, int offset);

} // namespace simiao::viewer
