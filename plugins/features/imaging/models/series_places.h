#pragma once

#include "imaging/models/slice.h"
#include "imaging/slice_plane.h"

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

SeriesPlaces placesOf(const workflow::ImageSeries &series);

/// The slice nearest to a place, by the distance along its own normal.
struct NearestSlice
{
    int slice = 0;
    double distanceMm = 0; ///< of the place from its plane, not negative
};
/// Nothing where no slice says where it lies.
std::optional<NearestSlice> nearestSlice(const SeriesPlaces &places, const imaging::Vector3 &place);

/// How a picture lies in the patient, with the distance of its pixels; nothing where it does not say, or says it only of the
/// detector.
std::optional<imaging::SpacedPlane> spacedPlane(const imaging::FrameFacts &facts);

} // namespace simiao::viewer
