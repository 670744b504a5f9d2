#include "ui/theme/palette.h"

#include "ui/theme/colours.h"

namespace simiao::ui {

namespace {

/// A tint of rows is too faint to see behind single letters.
constexpr int kTextSelectionPercent = 26;

void setDisabled(QPalette &palette, const QColor &colour)
{
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
                            QPalette::PlaceholderText, QPalette::HighlightedText, QPalette::Link})
        palette.setColor(QPalette::Disabled, role, colour);
}

} // namespace

QPalette palette(const ThemeTokens &tokens)
{
    const auto &colours = tokens.colours;
    const std::pair<QPalette::ColorRole, QColor> roles[] = {
        {QPalette::Window, colours.surface},
        {QPalette::WindowText, colours.text},
        {QPalette::Base, colours.panel},
        {QPalette::AlternateBase, colours.header},
        {QPalette::Text, colours.text},
        {QPalette::Button, colours.panel},
        {QPalette::ButtonText, colours.text},
        {QPalette::BrightText, colours.block},
        {QPalette::PlaceholderText, colours.secondary},
        {QPalette::ToolTipBase, colours.panel},
        {QPalette::ToolTipText, colours.text},
        {QPalette::Light, colours.panel},
        {QPalette::Midlight, colours.outline},
        {QPalette::Mid, colours.line},
        {QPalette::Dark, colours.outline},
        {QPalette::Shadow, colours.outline},
        {QPalette::Link, colours.accent},
        {QPalette::LinkVisited, colours.accent},
        {QPalette::Highlight, mixed(colours.accent, colours.panel, kTextSelectionPercent)},
        {QPalette::HighlightedText, colours.text},
    };
    QPalette palette;
    for (const auto &[role, colour] : roles)
        palette.setColor(role, colour);
    setDisabled(palette, colours.disabled);
    return palette;
}

} // namespace simiao::ui
