#pragma once

#include "integration/dimse/identifier.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace simiao::dimse {

/// What an archive tells of the images that are wanted.
struct ImageList
{
    std::vector<ArchivedImage> images; ///< by name
    /// Series of which it names fewer images than it states, or the study where it names fewer series: they are asked for as such.
    std::vector<ArchivedImage> wholes;
    std::optional<int> stated; ///< images in all, as the archive counts them

    bool isEmpty() const { return images.empty() && wholes.empty(); }
    bool isPartOfWhole(const ArchivedImage &image) const
    {
        return std::ranges::any_of(wholes, [&image](const ArchivedImage &whole) {
            return whole.seriesInstanceUid.isEmpty() || whole.seriesInstanceUid == image.seriesInstanceUid;
        });
    }
};

} // namespace simiao::dimse
