#pragma once

#include "imaging/models/slice.h"
#include "imaging/slice_plane.h"

#include <functional>

namespace simiao::viewer {

/// Where the slices of a series lie in the patient, as far as that is known before they are decoded.
struct SeriesPlaces
{
    QString frameOfReferenceUid; ///< empty: positions cannot be compared
    std::vector<std::optional<imaging::SlicePlane>> planes;

    /// Positions of both are in one space.
    bool isComparable(const SeriesPlaces &other) const
    {
        return !frameOfReferenceUid.isEmpty() && frameOfReferenceUid == other.frameOfReferenceUid;
    }
};

/// Of an instance with several frames the header says the first one's place alone: they have none here (views/known_places.h asks).
SeriesPlaces placesOf(const workflow::ImageSeries &series);

/// The slice nearest to a place, by the distance along its own normal.
struct NearestSlice
{
    int slice = 0;
    double distanceMm = 0; ///< of the place from its plane, not negative
};
/// Nothing where no slice says where it lies.
std::optional<NearestSlice> nearestSlice(const SeriesPlaces &places, const imaging::Vector3 &place);
/// The same of the planes that count. \param like  of several at one place, such as phases of a heart, the one nearest to this number
std::optional<NearestSlice> nearestSlice(const SeriesPlaces &places,
                                         const imaging::Vector3 &place,
                                         int like,
                                         const std::function<bool(const imaging::SlicePlane &)> &counts);

/// How a picture lies in the patient, with the distance of its pixels; nothing where it does not say, or says it only of the
/// detector.
std::optional<imaging::SpacedPlane> spacedPlane(const imaging::FrameFacts &facts);

} // namespace simiao::viewer
