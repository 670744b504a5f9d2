#include "imaging/models/slice_match.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

bool isPlaced(const SeriesPlaces &places)
{
    return std::ranges::any_of(places.planes, [](const auto &plane) { return plane.has_value(); });
}

/// The slice that faces `plane` and is nearest to a place; frames across it, as localizers have, are none.
std::optional<NearestSlice> facing(const imaging::SlicePlane &plane,
                                   const SeriesPlaces &places,
                                   const imaging::Vector3 &place,
                                   int like)
{
    return nearestSlice(places, place, like, [&plane](const imaging::SlicePlane &other) {
        return imaging::areParallel(plane, other);
    });
}

std::optional<imaging::SlicePlane> planeOf(const SeriesPlaces &places, int slice)
{
    const bool isThere = slice >= 0 && slice < static_cast<int>(places.planes.size());
    return isThere ? places.planes[static_cast<std::size_t>(slice)] : std::nullopt;
}

/// As far from `start.to` as `plane` is from `start.from`; nothing where linking began at a slice that does not say where it lies.
std::optional<NearestSlice> travelled(const imaging::SlicePlane &plane,
                                      const SeriesPlaces &from,
                                      const SeriesPlaces &to,
                                      LinkStart start,
                                      int like)
{
    const auto begun = planeOf(from, start.from);
    const auto other = planeOf(to, start.to);
    if (!begun || !other)
        return std::nullopt;
    auto place = other->position;
    for (std::size_t axis = 0; axis < place.size(); ++axis)
        place[axis] += plane.position[axis] - begun->position[axis];
    return facing(plane, to, place, like);
}

} // namespace

SliceMatch matchSlice(const SeriesPlaces &from, int slice, const SeriesPlaces &to, LinkStart start)
{
    if (to.planes.empty())
        return {};
    const int like = slice + start.offset();
    const auto plane = planeOf(from, slice);
    if (plane && isPlaced(to)) {
        if (!facing(*plane, to, plane->position, like))
            return {};
        const bool isOneSpace = from.isComparable(to);
        const auto nearest =
            isOneSpace ? facing(*plane, to, plane->position, like) : travelled(*plane, from, to, start, like);
        if (nearest)
            return {isOneSpace ? SliceMatch::Ground::Position : SliceMatch::Ground::Distance, nearest->slice,
                    nearest->distanceMm, 0};
    }
    const int last = static_cast<int>(to.planes.size()) - 1;
    return {SliceMatch::Ground::Number, std::clamp(like, 0, last), 0, start.offset()};
}

} // namespace simiao::viewer
