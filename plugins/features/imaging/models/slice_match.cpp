#include "imaging/models/slice_match.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

std::optional<imaging::SlicePlane> anyPlane(const SeriesPlaces &places)
{
    const auto known =
        std::ranges::find_if(places.planes, [](const auto &plane) { return plane.has_value(); });
    return known == places.planes.end() ? std::nullopt : *known;
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
                                      LinkStart start)
{
    const auto begun = planeOf(from, start.from);
    const auto other = planeOf(to, start.to);
    if (!begun || !other)
        return std::nullopt;
    auto place = other->position;
    for (std::size_t axis = 0; axis < place.size(); ++axis)
        place[axis] += plane.position[axis] - begun->position[axis];
    return nearestSlice(to, place);
}

} // namespace

SliceMatch matchSlice(const SeriesPlaces &from, int slice, const SeriesPlaces &to, LinkStart start)
{
    if (to.planes.empty())
        return {};
    const auto plane = planeOf(from, slice);
    const auto other = anyPlane(to);
    if (plane && other) {
        if (!imaging::areParallel(*plane, *other))
            return {};
        const bool isOneSpace = from.isComparable(to);
        const auto nearest =
            isOneSpace ? nearestSlice(to, plane->position) : travelled(*plane, from, to, start);
        if (nearest)
            return {isOneSpace ? SliceMatch::Ground::Position : SliceMatch::Ground::Distance, nearest->slice,
                    nearest->distanceMm, 0};
    }
    const int last = static_cast<int>(to.planes.size()) - 1;
    return {SliceMatch::Ground::Number, std::clamp(slice + start.offset(), 0, last), 0, start.offset()};
}

} // namespace simiao::viewer
