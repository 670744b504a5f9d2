#include "imaging/views/plane_painter.h"

#include "imaging/views/overlay.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

// The ground is black in every theme, so these do not follow it.
const QColor kShade(0, 0, 0, 190);
const QColor kMeasure(0xFF, 0xD7, 0x5E);
const QColor kInk(0xE2, 0xE6, 0xEB);
constexpr double kGap = 14; // around the cross nothing hides what is looked at
constexpr double kGrip = 4;
constexpr int kMargin = 8;

void paintShadedLine(QPainter &painter, const QLineF &line, const QColor &colour, double width)
{
    painter.setPen(QPen(kShade, width + 2));
    painter.drawLine(line);
    painter.setPen(QPen(colour, width));
    painter.drawLine(line);
}

/// \param free  where the line may run; its grips may be anywhere
void paintCut(QPainter &painter, const PlaneScene &scene, const CutLine &cut, const QRegion &free)
{
    const double reach = scene.view.width() + scene.view.height();
    for (const double side : {-1.0, 1.0}) {
        const QPointF out = cut.direction * side;
        painter.setClipRegion(free);
        paintShadedLine(painter, {scene.cross + out * kGap, scene.cross + out * reach}, cut.colour,
                        cut.isHeld ? 2 : 1);
        painter.setClipping(false);
        painter.setPen(QPen(cut.colour, cut.isHeld ? 2 : 1));
        painter.setBrush(Qt::black);
        painter.drawEllipse(scene.cross + out * gripRadius(scene.view.size()), kGrip, kGrip);
    }
}

void paintWords(QPainter &painter, const QPointF &at, const QStringList &lines, const QRect &view)
{
    const QFontMetrics metrics(painter.font());
    const auto text = lines.join(u'\n');
    QRect box(at.toPoint() + QPoint(8, 4), metrics.size(0, text));
    box.moveLeft(
        std::clamp(box.left(), view.left() + 2, std::max(view.left() + 2, view.right() - box.width())));
    box.moveTop(
        std::clamp(box.top(), view.top() + 2, std::max(view.top() + 2, view.bottom() - box.height())));
    painter.fillRect(box.adjusted(-2, -1, 2, 1), kShade);
    painter.setPen(kMeasure);
    painter.drawText(box, Qt::AlignLeft, text);
}

void paintLength(QPainter &painter, const PlaneScene &scene, const DrawnLength &drawn)
{
    constexpr double kEnd = 3;
    paintShadedLine(painter, {drawn.from, drawn.to}, kMeasure, 1.5);
    painter.setBrush(Qt::NoBrush);
    for (const auto &end : {drawn.from, drawn.to})
        painter.drawEllipse(end, kEnd, kEnd);
    if (!drawn.lines.isEmpty())
        paintWords(painter, drawn.to, drawn.lines, scene.view);
}

void paintScaleBar(QPainter &painter, const PlaneScene &scene)
{
    constexpr int kTick = 4;
    const double mm = scaleBarMm(scene.mmPerPixel, scene.view.width());
    const double right = scene.view.right() - kMargin;
    const double left = right - mm / scene.mmPerPixel;
    const double y = scene.view.bottom() - kMargin - QFontMetrics(scene.font).height() - kTick;
    for (const auto &line : {QLineF(left, y, right, y), QLineF(left, y - kTick, left, y + kTick),
                             QLineF(right, y - kTick, right, y + kTick)})
        paintShadedLine(painter, line, kInk, 1);
}

/// The view without its words: a letter that a line runs through is not read.
QRegion beyondWords(const PlaneScene &scene)
{
    constexpr int kAir = 2;
    QRegion free(scene.view);
    for (const auto &box : overlayBoxes(scene.view, scene.corners, scene.font))
        free -= box.toAlignedRect().adjusted(-kAir, -kAir, kAir, kAir);
    return free;
}

} // namespace

double gripRadius(const QSize &view)
{
    return std::min(view.width(), view.height()) * 0.36;
}

double scaleBarMm(double mmPerPixel, int width)
{
    const double most = std::max(mmPerPixel * width / 4, 1e-3);
    const double decade = std::pow(10, std::floor(std::log10(most)));
    const double times = most / decade;
    return decade * (times >= 5 ? 5 : times >= 2 ? 2 : 1);
}

void paintPlaneScene(QPainter &painter, const PlaneScene &scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scene.font);
    const auto free = beyondWords(scene);
    for (const auto &cut : scene.cuts)
        paintCut(painter, scene, cut, free);
    for (const auto &drawn : scene.lengths)
        paintLength(painter, scene, drawn);
    paintScaleBar(painter, scene);
    painter.restore();
    paintOverlay(painter, scene.view, scene.corners, scene.font);
    painter.fillRect(scene.view.left(), scene.view.top(), scene.view.width(), 2, scene.colour);
}

} // namespace simiao::viewer
