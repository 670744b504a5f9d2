#pragma once

#include "workflow/package_kind.h"

namespace simiao::bootstrap {

/// What a hospital may replace by a version of its own, each with its shipped text and the reader that reads both. A new kind
/// is a line here. `resources.missing` when a file is not there.
Result<workflow::PackageCatalogue> loadPackageCatalogue(const QString &resourcesFolder);

} // namespace simiao::bootstrap
