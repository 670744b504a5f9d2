#pragma once

#include "domain/diagnostics/imaging_study.h"
#include "workflow/context.h"
#include "workflow/ports/image_source.h"
#include "workflow/ports/imaging_objects.h"

#include <map>

namespace simiao::workflow {

/// The character sets that were chosen by hand, by Study Instance UID; studies whose files say it themselves are not in it.
using ChosenCharacters = std::map<QString, QString>;

ChosenCharacters chosenCharacters(const std::vector<diagnostics::ImagingStudy> &studies);

/// Notes on the record by which character set the texts of a study are read: for files that declare a wrong one. It holds for
/// everybody who looks at the study, and no file is changed. Act `imaging.characters`, with the right to `imaging.attach`.
/// \param characterSet  as ImageSource::readTexts; empty: as the files declare
/// \returns the study as it is now; Invalid `imaging.charset-unknown` for what cannot be a defined term
Task<Result<diagnostics::ImagingStudy>> chooseCharacters(Context context,
                                                         Uuid command,
                                                         Id<diagnostics::ImagingStudy> study,
                                                         QString characterSet);

/// ImageSource::list with the texts as they were chosen.
Task<Result<std::vector<ImageSeries>>> listInChosenCharacters(std::shared_ptr<ImageSource> source,
                                                              QString location,
                                                              ChosenCharacters chosen,
                                                              std::stop_token stop);

/// ImagingObjects::list, likewise.
Task<Result<std::vector<ImagingObject>>> listInChosenCharacters(std::shared_ptr<ImagingObjects> source,
                                                                QString location,
                                                                ChosenCharacters chosen,
                                                                std::stop_token stop);

/// The series with their texts as they were chosen; only those are read again of which that is not so yet. What cannot be read again
/// stays as it is, and says so by its `characterSet`. Cancelled.
Task<Result<std::vector<ImageSeries>>> inChosenCharacters(std::shared_ptr<ImageSource> source,
                                                          std::vector<ImageSeries> series,
                                                          ChosenCharacters chosen,
                                                          std::stop_token stop);
/// The same of objects that are no images.
Task<Result<std::vector<ImagingObject>>> inChosenCharacters(std::shared_ptr<ImagingObjects> source,
                                                            std::vector<ImagingObject> objects,
                                                            ChosenCharacters chosen,
                                                            std::stop_token stop);

/// Those of the series whose names are perhaps misread, because their file is not written as it declares: each as it reads likelier,
/// with that set in its `characterSet`; where no other set is known to fit it is as declared, and not `isClean`. `declared` is what
/// the file says. Not doubted are series that somebody chose a set for, and those that cannot be read again.
Task<std::vector<SeriesReading>> doubtfulNames(std::shared_ptr<ImageSource> source,
                                               std::vector<ImageSeries> series,
                                               std::stop_token stop);

} // namespace simiao::workflow
