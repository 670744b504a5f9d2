#pragma once

#include "imaging/models/series_places.h"

namespace simiao::viewer {

/// Which slice of another series goes with one, and why it is that one.
struct SliceMatch
{
    enum class Ground {
        Position, ///< it lies nearest
        Distance, ///< in another space, it is nearest to as many millimetres from where linking began
        Number,   ///< it is as many slices away as it was when scrolling was linked
        None,     ///< the series lie across each other: none goes with it
    };

    Ground ground = Ground::None;
    int slice = 0;
    double distanceMm = 0; ///< of the nearest one from the place, by position or distance
    int offset = 0;        ///< by number

    bool operator==(const SliceMatch &) const = default;
};

/// Slices of two series that faced each other when they were linked.
struct LinkStart
{
    int from = 0;
    int to = 0;

    int offset() const { return to - from; }
    bool operator==(const LinkStart &) const = default;
};

/// Slices that face each other go by position in one frame of reference, and by the millimetres travelled where each says only for itself
/// where it lies: two examinations on one day or years apart. By number only where one of them says nothing.
SliceMatch matchSlice(const SeriesPlaces &from, int slice, const SeriesPlaces &to, LinkStart start);

} // namespace simiao::viewer
