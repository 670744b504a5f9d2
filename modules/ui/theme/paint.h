#pragma once

#include "ui/theme/theme_tokens.h"

class QPainter;
class QRect;
class QRectF;
class QStyleOption;

/// What SimiaoStyle draws, one function per thing, without the dispatch around it.
namespace simiao::ui::paint {

/// A box with corners of the theme's radius. An invalid `fill` or `edge` is left out; the edge lies inside.
void box(QPainter &painter,
         const QRectF &rect,
         const QColor &fill,
         const QColor &edge,
         double radius,
         double width = 1.0);

void button(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);
void toolButton(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);
void field(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);
/// A frame around a view or an editor; a Plain frame is quiet until pointed at or focused.
void frame(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens, bool isEditor);
void focusRing(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);
void checkMark(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens, bool isRound);

/// Ground of a row or of one of its cells. \param isFirst the cell at the row's left edge: it has the bar
void row(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens, bool isFirst);
void headerSection(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);

void tab(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);
void splitterLine(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);
/// \param isActive pointed at or dragged
void scrollSlider(QPainter &painter, const QRect &rect, const ThemeTokens &tokens, bool isActive);
void progress(QPainter &painter, const QStyleOption &option, const ThemeTokens &tokens);

} // namespace simiao::ui::paint
