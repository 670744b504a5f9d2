#pragma once

#include "imaging/models/image_stack.h"
#include "imaging/models/series_places.h"

namespace simiao::viewer {

/// placesOf() what a stack shows, found once for each series.
class KnownPlaces
{
public:
    const SeriesPlaces &of(const ImageStack &stack);

private:
    struct Known
    {
        QString seriesInstanceUid;
        std::size_t instances = 0;
        SeriesPlaces places;
    };
    QHash<const ImageStack *, Known> m_known;
};

} // namespace simiao::viewer
