#pragma once

#include "workflow/ports/image_source.h"

#include <QStringList>

namespace simiao::dicom {

class RawTextReader;

/// The series with their texts read by `characterSet` in place of what the first file of each declares; empty: as declared. The index of headers is not
/// asked: it holds what files declare.
/// Invalid `imaging.charset-unknown`, as openDataset. Blocks. \thread any
Result<std::vector<workflow::SeriesReading>> readSeriesTexts(std::vector<workflow::ImageSeries> series,
                                                             const QString &characterSet,
                                                             RawTextReader &reader,
                                                             const std::stop_token &stop);

} // namespace simiao::dicom
