#include "ui/theme/apply_theme.h"

#include "ui/theme/palette.h"
#include "ui/theme/simiao_style.h"

#include <QApplication>

namespace simiao::ui {

void applyTheme(QApplication &application, const ThemeTokens &tokens)
{
    application.setStyle(new SimiaoStyle(tokens)); // the application owns it and deletes the last one
    application.setPalette(palette(tokens));
    application.setFont(themeFont(Type::Base, tokens));
}

} // namespace simiao::ui
