#pragma once

#include "ui/theme/theme_tokens.h"

class QApplication;

namespace simiao::ui {

/// Sets style, palette and font of the whole program. May be called again at any time: every widget of
/// this module follows.
void applyTheme(QApplication &application, const ThemeTokens &tokens);

} // namespace simiao::ui
