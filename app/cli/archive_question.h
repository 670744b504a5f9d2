#pragma once

#include "cli/call.h"
#include "core/json.h"
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

/// A count that nobody may know.
Json countOrNull(const std::optional<int> &count);

} // namespace simiao::cli
