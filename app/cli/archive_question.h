#pragma once

#include "cli/partial_outcome.h"
#include "workflow/ports/image_archive.h"

#include <QDate>

#include <optional>

namespace simiao::cli {

/// Invalid `cli.option` with the option and its value.
Error misread(const QString &option, const QString &value);

/// An ISO day; nothing where the option was not given.
Result<std::optional<QDate>> dateOf(const QString &option, const QString &text);

/// Name, patient ID, modality, days and limit as they were asked for.
Result<workflow::StudyQuery> studyQuery(const Invocation &invocation);

/// What an archive says of a study, the same by either protocol.
Json studyJson(const workflow::ArchivedStudy &study);

/// What failed in a transfer and what ended it.
PartialOutcome outcomeOf(const workflow::ImageTransfer &transfer);

/// A count that nobody may know.
Json countOrNull(const std::optional<int> &count);

} // namespace simiao::cli
