#pragma once

#include "ui/theme/theme_tokens.h"

#include <QPalette>

namespace simiao::ui {

/// The tokens as palette roles: PlaceholderText is the secondary text, Mid the line, Midlight the
/// outline, Link the accent, Highlight the selection of text (rows are drawn by the style).
QPalette palette(const ThemeTokens &tokens);

} // namespace simiao::ui
