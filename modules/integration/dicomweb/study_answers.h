#pragma once

#include "integration/dicom/uid.h"
#include "integration/dicomweb/json_dataset.h"
#include "workflow/ports/image_archive.h"

namespace simiao::dicomweb {

using dicom::isUsableUid;

/// Rows of an answer. One that cannot be read is left out: it must not take the others with it.
template <typename Rows>
struct Readable
{
    Rows rows = {};
    int left = 0; ///< without a usable UID
};

/// What a search said of studies (PS3.18 10.6.3.3).
Readable<std::vector<workflow::ArchivedStudy>> readStudies(const std::vector<JsonDataset> &answer);

/// What a search said of the series of a study, by series number.
Readable<std::vector<workflow::ArchivedSeries>> readSeries(const QString &studyInstanceUid,
                                                           const std::vector<JsonDataset> &answer);

/// SOP instance UIDs, as answered, each once.
Readable<QStringList> readInstances(const std::vector<JsonDataset> &answer);

} // namespace simiao::dicomweb
