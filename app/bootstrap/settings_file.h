#pragma once

#include "core/config.h"

#include <optional>

namespace simiao::bootstrap {

/// Reads the settings file of a profile into `config`; one that was never there says nothing. Where it is damaged or gone, the
/// generation that the last good start worked with is read instead, and its values carry that file's name as their origin.
/// \returns what is wrong with the file where the older generation is used: `config.last-good` (where it is wrong),
///          `config.truncated` or `config.missing` (the file). The error of the file itself where there is no older one
Result<std::optional<Error>> readSettingsFile(Config &config, const QString &path);

/// After a start that worked: the file as it stands becomes the generation to fall back to. What cannot be kept is logged.
void keepSettingsFile(const QString &path);

} // namespace simiao::bootstrap
