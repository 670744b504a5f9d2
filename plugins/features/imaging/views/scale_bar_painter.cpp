#include "imaging/views/scale_bar_painter.h"

#include <QFontMetricsF>
#include <QPainter>

namespace simiao::viewer {

namespace {

const QColor kInk(0xE2, 0xE6, 0xEB);
const QColor kShade(0, 0, 0, 190);
constexpr double kFromEdge = 30; // the letter of the edge stands there
constexpr double kTick = 6;
constexpr double kAir = 4;

void stroke(QPainter &painter, const QLineF &line)
{
    painter.setPen(QPen(kShade, 3));
    painter.drawLine(line);
    painter.setPen(QPen(kInk, 1));
    painter.drawLine(line);
}

} // namespace

QRectF scaleBarBox(const ScaleBar &bar, const QRectF &view, const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double width = std::max(kTick, metrics.horizontalAdvance(bar.text));
    const double top = view.center().y() - bar.pixels / 2 - kAir - metrics.height();
    return {view.right() - kFromEdge - width, top, width, bar.pixels + kAir + metrics.height()};
}

void paintScaleBar(QPainter &painter, const ScaleBar &bar, const QRectF &view, const QFont &font)
{
    const double right = view.right() - kFromEdge;
    const double top = view.center().y() - bar.pixels / 2;
    const double bottom = top + bar.pixels;
    stroke(painter, {right, top, right, bottom});
    for (const double y : {top, (top + bottom) / 2, bottom})
        stroke(painter, {right - kTick, y, right, y});
    painter.setFont(font);
    const auto box = scaleBarBox(bar, view, font);
    const QRectF words(box.topLeft(), QSizeF(box.width(), QFontMetricsF(font).height()));
    painter.setPen(kShade);
    for (const QPointF &offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(words.translated(offset), Qt::AlignRight | Qt::AlignVCenter, bar.text);
    painter.setPen(kInk);
    painter.drawText(words, Qt::AlignRight | Qt::AlignVCenter, bar.text);
}

} // namespace simiao::viewer
