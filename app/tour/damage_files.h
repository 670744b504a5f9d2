#pragma once

#include "tour/tour.h"

namespace simiao::tour {

/// Whether a name can only be that of a file below the profile: relative, and without a way up.
bool isBelowProfile(const QString &file);

/// Ruins files of a profile that nobody has open. \returns `tour.damage` when one is not there, is no file, or lies elsewhere
/// by a link
Result<void> damageFiles(const Damage &damage, const QString &profile);

} // namespace simiao::tour
