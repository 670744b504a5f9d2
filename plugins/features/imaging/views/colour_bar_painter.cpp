#include "imaging/views/colour_bar_painter.h"

#include "imaging/colour_map.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

const QColor kInk(0xE2, 0xE6, 0xEB);
const QColor kGround(0, 0, 0, 190);
constexpr double kWidth = 8;
constexpr double kFromEdge = 8;
constexpr double kAir = 4;
constexpr double kLowest = 40; // px high: below it is no scale
constexpr double kHighest = 120;

QRectF barBox(const QRectF &view, double line)
{
    const double top = view.top() + 2 * line; // one line stands in the corner
    const double bottom = view.center().y() - line;
    return {view.right() - kFromEdge - kWidth, top, kWidth, std::min(kHighest, bottom - top)};
}

void paintEnd(QPainter &painter, const QString &text, double right, double top, const QFontMetricsF &metrics)
{
    const double width = metrics.horizontalAdvance(text);
    const QRectF box(right - width, top, width, metrics.height());
    painter.fillRect(box.adjusted(-kAir / 2, 0, kAir / 2, 0), kGround); // bright places lie behind it, too
    painter.setPen(kInk);
    painter.drawText(box, Qt::AlignCenter, text);
}

} // namespace

void paintColourBar(QPainter &painter,
                    const ColourBar &bar,
                    const imaging::ColourMap &colours,
                    const QRectF &view,
                    const QFont &font)
{
    const QFontMetricsF metrics(font);
    const auto box = barBox(view, metrics.height());
    if (box.height() < kLowest)
        return;
    const int steps = int(box.height());
    for (int step = 0; step < steps; ++step) {
        const auto &colour = colours.at(1 - (step + 0.5) / steps);
        painter.fillRect(QRectF(box.left(), box.top() + step, box.width(), 1),
                         QColor(colour[0], colour[1], colour[2]));
    }
    painter.setPen(QPen(kInk, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(-0.5, -0.5, 0.5, 0.5));
    painter.setFont(font);
    const double right = box.left() - kAir;
    paintEnd(painter, bar.highest, right, box.top(), metrics);
    paintEnd(painter, bar.lowest, right, box.bottom() - metrics.height(), metrics);
}

} // namespace simiao::viewer
