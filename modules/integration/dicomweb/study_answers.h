#pragma once

#include "integration/dicomweb/json_dataset.h"
#include "workflow/ports/image_archive.h"

namespace simiao::dicomweb {

/// Digits and dots, at most 64 of them: what may stand in a path. Leading zeros, which PS3.5 forbids, are common.
bool isUsableUid(const QString &text);

/// What a search said of studies (PS3.18 10.6.3.3).
/// \returns Invalid `archive.answer` with the place of a study without a usable UID
Result<std::vector<workflow::ArchivedStudy>> readStudies(const std::vector<JsonDataset> &answer);

/// What a search said of the series of a study, by series number.
Result<std::vector<workflow::ArchivedSeries>> readSeries(const QString &studyInstanceUid,
                                                         const std::vector<JsonDataset> &answer);

/// SOP instance UIDs, as answered, each once.
Result<QStringList> readInstances(const std::vector<JsonDataset> &answer);

} // namespace simiao::dicomweb
