#include "imaging/views/known_places.h"

namespace simiao::viewer {

const SeriesPlaces &KnownPlaces::of(const ImageStack &stack)
{
    auto &known = m_known[&stack];
    const auto &series = stack.series();
    if (known.seriesInstanceUid != series.seriesInstanceUid || known.instances != series.instances.size())
        known = {series.seriesInstanceUid, series.instances.size(), placesOf(series)};
    return known.places;
}

} // namespace simiao::viewer
