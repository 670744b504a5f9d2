#pragma once

#include "ui/theme/severity.h"

#include <QFont>
#include <QSize>

class QPainter;
class QRect;

/// The small painted parts that widgets and item delegates share.
namespace simiao::ui::chips {

/// Size of the chip around a key's name.
QSize keySize(const QFont &font, const QString &key);
/// \param ground what the chip stands on, \param ink its text; the edge is mixed from both
void paintKey(QPainter &painter,
              const QRect &rect,
              const QFont &font,
              const QString &key,
              const QColor &ink,
              const QColor &ground);

/// Size of a word on its severity's tint, with the glyph in front when `hasGlyph`.
QSize badgeSize(const QFont &font, const QString &text, bool hasGlyph);
/// The text is elided when `rect` is narrower than `badgeSize`.
void paintBadge(QPainter &painter,
                const QRect &rect,
                const QFont &font,
                const QString &text,
                Severity severity,
                bool hasGlyph,
                const ThemeTokens &tokens);

} // namespace simiao::ui::chips
