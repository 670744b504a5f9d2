#include "imaging/views/scale_bar_painter.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>
#include <optional>

namespace simiao::viewer {

namespace {

const QColor kInk(0xE2, 0xE6, 0xEB);
const QColor kShade(0, 0, 0, 190);
const QColor kGround(0, 0, 0, 190);
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

QRectF barBox(const ScaleBar &bar, const QRectF &view)
{
    return {view.right() - kFromEdge - kTick, view.center().y() - bar.pixels / 2, kTick, bar.pixels};
}

/// In a small view the words of the corners reach down to where these stand in a large one. Nothing where there is no room.
std::optional<QRectF> wordsBox(const ScaleBar &bar,
                               const QRectF &view,
                               const QFont &font,
                               const std::vector<QRectF> &taken)
{
    const QFontMetricsF metrics(font);
    const auto line = barBox(bar, view);
    const QSizeF size(metrics.horizontalAdvance(bar.text), metrics.height());
    const double left = line.right() - size.width();
    const QRectF above({left, line.top() - kAir - size.height()}, size);
    const QRectF below({left, line.bottom() + kAir}, size);
    const QRectF beside({line.left() - kAir - size.width(), line.center().y() - size.height() / 2}, size);
    const auto isFree = [&taken](const QRectF &box) {
        return std::ranges::none_of(taken, [&box](const QRectF &other) { return other.intersects(box); });
    };
    if (!isFree(line))
        return std::nullopt;
    for (const auto &box : {above, below, beside}) {
        if (isFree(box) && view.contains(box))
            return box;
    }
    return std::nullopt;
}

} // namespace

QRectF scaleBarBox(const ScaleBar &bar,
                   const QRectF &view,
                   const QFont &font,
                   const std::vector<QRectF> &taken)
{
    const auto words = wordsBox(bar, view, font, taken);
    return words ? barBox(bar, view).united(*words) : QRectF();
}

void paintScaleBar(QPainter &painter,
                   const ScaleBar &bar,
                   const QRectF &view,
                   const QFont &font,
                   const std::vector<QRectF> &taken)
{
    const auto words = wordsBox(bar, view, font, taken);
    if (!words) // a length without its number says nothing
        return;
    const auto line = barBox(bar, view);
    stroke(painter, {line.topRight(), line.bottomRight()});
    for (const double y : {line.top(), line.center().y(), line.bottom()})
        stroke(painter, {line.left(), y, line.right(), y});
    painter.setFont(font);
    // Bone and fat are as bright as the letters.
    painter.fillRect(words->adjusted(-kAir / 2, 0, kAir / 2, 0), kGround);
    painter.setPen(kInk);
    painter.drawText(*words, Qt::AlignRight | Qt::AlignVCenter, bar.text);
}

} // namespace simiao::viewer
