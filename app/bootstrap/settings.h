#pragma once

#include "core/config.h"

#include <optional>

namespace simiao::bootstrap {

/// Where settings come from besides the defaults; later ones win.
struct SettingsSources
{
    QString siteFile;        ///< of the hospital, for all who work at this computer; may not exist
    QString profileFile;     ///< config.toml; may not exist. What archives.toml beside it says wins
    QStringList environment; ///< NAME=value
    QStringList overrides;   ///< key=value, from --set
};

/// `site.toml` in the platform's system-wide configuration folder; empty where there is none.
QString siteFile();

/// Every key of the program with its default.
Config defaultSettings();

/// All settings of a start, each with its origin. Mistyped keys are said in the log. Where the profile's file is damaged, the
/// settings of the last good start count; see settingsFault().
/// \returns `config.syntax`, `config.value-type` (file:line:column) or `config.override` (the argument) in
///          `detail`
Result<Config> readSettings(const SettingsSources &sources);

/// What is wrong with the profile's file while the settings of the last good start are used instead: to be told.
std::optional<Error> settingsFault(const QString &profileFile);

} // namespace simiao::bootstrap
