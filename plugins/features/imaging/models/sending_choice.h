#pragma once

#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"

#include <QSet>
#include <QStringList>

namespace simiao::viewer {

/// What of a study can be sent to an archive, by the places of its files.
struct SendingChoice
{
    QStringList keyImages; ///< and the selections that name them
    QStringList written;   ///< reports and presentation states
    QStringList study;     ///< all of it

    bool operator==(const SendingChoice &) const = default;
};

/// A series of the study, and which of slicesOf() it are key images.
struct MarkedSeries
{
    workflow::ImageSeries series;
    QSet<int> keySlices = {};
};

/// \param objects  of any study: those of the series' study count
SendingChoice sendingChoice(const std::vector<MarkedSeries> &study,
                            const std::vector<workflow::ImagingObject> &objects);

} // namespace simiao::viewer
