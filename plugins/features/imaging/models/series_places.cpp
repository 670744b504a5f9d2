#include "imaging/models/series_places.h"

#include <cmath>

namespace simiao::viewer {

/// Of an instance with several frames only the first one's place is known.
SeriesPlaces placesOf(const workflow::ImageSeries &series)
{
    SeriesPlaces places{series.frameOfReferenceUid, {}};
    for (const auto &slice : slicesOf(series))
        places.planes.push_back(slice.instance.frames == 1 ? slice.instance.plane : std::nullopt);
    return places;
}

std::optional<NearestSlice> nearestSlice(const SeriesPlaces &places, const imaging::Vector3 &place)
{
    std::optional<NearestSlice> nearest;
    for (std::size_t i = 0; i < places.planes.size(); ++i) {
        if (!places.planes[i])
            continue;
        const double distance = std::abs(places.planes[i]->distanceTo(place));
        if (!nearest || distance < nearest->distanceMm)
            nearest = NearestSlice{static_cast<int>(i), distance};
    }
    return nearest;
}

std::optional<imaging::SpacedPlane> spacedPlane(const imaging::FrameFacts &facts)
{
    using imaging::SpacingBasis;
    const auto basis = facts.spacing.basis;
    const bool isOfPatient = basis == SpacingBasis::PixelSpacing || basis == SpacingBasis::Calibrated;
    if (!facts.orientation || !facts.position || !isOfPatient)
        return std::nullopt;
    return imaging::SpacedPlane{.plane = {*facts.orientation, *facts.position},
                                .rowMm = facts.spacing.rowMm,
                                .columnMm = facts.spacing.columnMm,
                                .columns = facts.geometry.columns(),
                                .rows = facts.geometry.rows()};
}

} // namespace simiao::viewer
