#pragma once

#include "ui/theme/theme_tokens.h"

class QPainter;
class QRectF;

namespace simiao::ui {

/// How much something asks for attention. Always shown as glyph, word and colour together.
enum class Severity {
    Block,   ///< cannot go on
    Warn,    ///< go on only with a reason
    Note,    ///< worth knowing
    Ok,      ///< checked and good
    Neutral, ///< a fact
};

/// Text and glyph colour, legible on panel, surface and its own tint.
QColor severityColour(Severity severity, const ThemeColours &colours);

/// The tint behind a badge or a notice.
QColor severityGround(Severity severity, const ThemeTokens &tokens);

/// Translated: "Blocked", "Warning", "Note", "OK"; empty for Neutral.
QString severityWord(Severity severity);

/// A glyph of its own shape per severity (octagon, triangle, ring, tick; nothing for Neutral), so that
/// it can be told apart in grey. \param box square
void paintSeverityGlyph(QPainter &painter, const QRectF &box, Severity severity, const QColor &colour);

} // namespace simiao::ui
