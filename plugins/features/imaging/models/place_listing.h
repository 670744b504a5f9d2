#pragma once

#include "workflow/diagnostics/study_characters.h"
#include "workflow/ports/imaging_objects.h"
#include "workflow/ports/left_behind.h"

#include <QStringList>

namespace simiao::viewer {

/// All that lies at a place and belongs to a study: pictures, and reports and recordings as series of none.
struct PlaceListing
{
    std::vector<workflow::ImageSeries> series;
    QStringList files;                  ///< where each of their objects is
    QSet<QString> sopInstanceUids = {}; ///< of their objects

    workflow::TakenFiles taken() const { return {{files.begin(), files.end()}, sopInstanceUids}; }
};

/// Of one place after the other; a file or folder may hold no pictures as long as it holds something else.
/// \param objects  may be null. Invalid `imaging.no-images`; as ImageSource::list()
Task<Result<PlaceListing>> listPlaces(std::shared_ptr<workflow::ImageSource> source,
                                      std::shared_ptr<workflow::ImagingObjects> objects,
                                      QStringList locations,
                                      workflow::ChosenCharacters characters,
                                      std::stop_token stop);

} // namespace simiao::viewer
