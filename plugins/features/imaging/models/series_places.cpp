#include "imaging/models/series_places.h"

#include <cmath>

namespace simiao::viewer {

SeriesPlaces placesOf(const workflow::ImageSeries &series)
{
    SeriesPlaces places{series.frameOfReferenceUid, {}};
    for (const auto &slice : slicesOf(series))
        places.planes.push_back(slice.instance.frames == 1 ? slice.instance.plane : std::nullopt);
    return places;
}

std::optional<NearestSlice> nearestSlice(const SeriesPlaces &places, const imaging::Vector3 &place)
{
    return nearestSlice(places, place, 0, [](const imaging::SlicePlane &) { return true; });
}

std::optional<NearestSlice> nearestSlice(const SeriesPlaces &places,
                                         const imaging::Vector3 &place,
                                         int like,
                                         const std::function<bool(const imaging::SlicePlane &)> &counts)
{
    constexpr double kSameMm = 0.01;
    std::optional<NearestSlice> nearest;
    for (int i = 0; i < static_cast<int>(places.planes.size()); ++i) {
        const auto &plane = places.planes[static_cast<std::size_t>(i)];
        if (!plane || !counts(*plane))
            continue;
        const double distance = std::abs(plane->distanceTo(place));
        const bool isSame = nearest && std::abs(distance - nearest->distanceMm) <= kSameMm;
        const bool isNearer = !nearest || distance < nearest->distanceMm;
        if (isSame ? std::abs(i - like) < std::abs(nearest->slice - like) : isNearer)
            nearest = NearestSlice{i, distance};
    }
    return nearest;
}

std::optional<imaging::SpacedPlane> spacedPlane(const imaging::FrameFacts &facts)
{
    using imaging::SpacingBasis;
    const auto basis = facts.spacing.basis;
    // A scout with a place is where other slices are shown on, whatever its lengths are worth.
    const bool isOfPatient = basis == SpacingBasis::PixelSpacing || basis == SpacingBasis::Calibrated
        || basis == SpacingBasis::PlaneUnknown;
    if (!facts.orientation || !facts.position || !isOfPatient)
        return std::nullopt;
    return imaging::SpacedPlane{.plane = {*facts.orientation, *facts.position},
                                .rowMm = facts.spacing.rowMm,
                                .columnMm = facts.spacing.columnMm,
                                .columns = facts.geometry.columns(),
                                .rows = facts.geometry.rows()};
}

} // namespace simiao::viewer
