#pragma once

#include "tour/tour.h"

namespace simiao::tour {

/// The file an import names, with ${SIMIAO_SHARED} filled in: from the environment, else the `shared` folder beside the
/// source tree that holds the tour. Empty when there is no such file.
/// \param tourFolder  folder of the tour's own file
QString importedFile(const Import &import, const QString &tourFolder);

/// Runs `simiao-cli import` on a profile that nobody has open. \returns `tour.import` when it refuses
Result<void> importTerminology(const Import &import, const QString &file, const QString &profile);

} // namespace simiao::tour
