#include "imaging/views/view_marks.h"

#include <QPainter>

namespace simiao::viewer {

namespace {

// The ground is the picture in every theme, so these do not follow it.
const QColor kStrong(0x7B, 0xE0, 0x8A);
const QColor kQuiet(0x7B, 0xE0, 0x8A, 120);
const QColor kCross(0xFF, 0x8A, 0x65);
const QColor kEdge(0, 0, 0, 170);
constexpr double kLabelAir = 4;

void line(QPainter &painter, const QLineF &line, const QColor &ink, Qt::PenStyle style)
{
    painter.setPen(QPen(kEdge, 3));
    painter.drawLine(line);
    painter.setPen(QPen(ink, 1.2, style));
    painter.drawLine(line);
}

void label(QPainter &painter, const QPointF &at, const QString &words, const QColor &ink)
{
    painter.setPen(kEdge);
    for (const QPointF &offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(at + offset, words);
    painter.setPen(ink);
    painter.drawText(at, words);
}

/// Two arms across the picture that leave the place itself free.
void cross(QPainter &painter, const QPointF &at, const QRectF &view)
{
    constexpr double kGap = 10;
    line(painter, {view.left(), at.y(), at.x() - kGap, at.y()}, kCross, Qt::SolidLine);
    line(painter, {at.x() + kGap, at.y(), view.right(), at.y()}, kCross, Qt::SolidLine);
    line(painter, {at.x(), view.top(), at.x(), at.y() - kGap}, kCross, Qt::SolidLine);
    line(painter, {at.x(), at.y() + kGap, at.x(), view.bottom()}, kCross, Qt::SolidLine);
}

} // namespace

void paintMarks(QPainter &painter, const ViewMarks &marks, const ImageMapping &mapping, const QFont &font)
{
    if (mapping.isEmpty() || marks == ViewMarks{})
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(font);
    for (const auto &mark : marks.lines) {
        const QLineF seen(mapping.toView(mark.from), mapping.toView(mark.to));
        line(painter, seen, mark.isStrong ? kStrong : kQuiet, mark.isStrong ? Qt::SolidLine : Qt::DashLine);
        const auto end = seen.x1() < seen.x2() ? seen.p1() : seen.p2();
        label(painter, end + QPointF(kLabelAir, -kLabelAir), mark.label, kStrong);
    }
    if (marks.cross)
        cross(painter, mapping.toView(*marks.cross), painter.window());
    painter.restore();
}

} // namespace simiao::viewer
