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

} // namespace

SliceMatch matchSlice(const SeriesPlaces &from, int slice, const SeriesPlaces &to, int offset)
{
    if (to.planes.empty())
        return {};
    const auto plane = slice >= 0 && slice < static_cast<int>(from.planes.size())
        ? from.planes[static_cast<std::size_t>(slice)]
        : std::nullopt;
    const auto other = anyPlane(to);
    if (plane && other && from.isComparable(to)) {
        if (!imaging::areParallel(*plane, *other))
            return {};
        const auto nearest = nearestSlice(to, plane->position);
        return {SliceMatch::Ground::Position, nearest->slice, nearest->distanceMm, 0};
    }
    const int last = static_cast<int>(to.planes.size()) - 1;
    return {SliceMatch::Ground::Number, std::clamp(slice + offset, 0, last), 0, offset};
}

} // namespace simiao::viewer
