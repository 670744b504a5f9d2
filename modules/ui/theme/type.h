#pragma once

#include "ui/theme/theme_tokens.h"

#include <QFont>

#include <array>

class QPainter;
class QRect;

namespace simiao::ui {

/// What a piece of text is; decides size and weight.
enum class Type {
    Base,
    Strong, ///< base size, bold
    Secondary,
    Small, ///< chips and badges in lists
    PatientName,
    Code, ///< keys and codes, fixed width
};

constexpr std::array kTypes{Type::Base,  Type::Strong,      Type::Secondary,
                            Type::Small, Type::PatientName, Type::Code};

/// The font for `type`: the theme's first installed family, else the system's. Looks at the installed
/// families: ask SimiaoStyle::font, which keeps the answer.
QFont themeFont(Type type, const ThemeTokens &tokens);

/// Width of `text` when every digit is as wide as the widest one.
int tabularWidth(const QFont &font, const QString &text);

/// Draws `text` right-aligned and vertically centred with digits of equal width. Fonts whose digits
/// already are (most CJK families) are drawn in one run; Qt 6.4 cannot ask a font for its `tnum`.
void drawTabular(QPainter &painter, const QRect &box, const QString &text);

} // namespace simiao::ui
