#pragma once

#include "ui/theme/theme_tokens.h"

namespace simiao::shell {

/// The themes that ship, in the order in which they are offered.
inline const QStringList kThemes{QStringLiteral("light"), QStringLiteral("dark"),
                                 QStringLiteral("high-contrast")};

/// The theme `name` of resources/themes. Where its file cannot be read the light theme that is built in, and a line
/// in the log: a look is no reason not to start.
ui::ThemeTokens loadTheme(const QString &resourceFolder, const QString &name);

/// Translated: "Light theme", "Dark theme", "High-contrast theme".
QString themeActionText(const QString &name);

} // namespace simiao::shell
