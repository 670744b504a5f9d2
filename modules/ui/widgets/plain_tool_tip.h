#pragma once

#include <QString>

namespace simiao::ui {

/// A tool tip that shows `text` letter by letter: Qt takes what looks like markup for markup, and what is only escaped shows its
/// escapes. Empty stays empty, so that there is none.
inline QString plainToolTip(const QString &text)
{
    if (text.isEmpty())
        return {};
    QString shown = text.toHtmlEscaped();
    return QStringLiteral("<qt>%1</qt>").arg(shown.replace(QLatin1Char('\n'), QStringLiteral("<br>")));
}

} // namespace simiao::ui
