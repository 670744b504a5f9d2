#include "imaging/models/presented_picture.h"

#include "imaging/report/report_lines.h"

#include <QPainter>
#include <QPainterPath>
#include <QStringList>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using imaging::AnnotationUnits;
using imaging::GraphicType;
using imaging::PlacedArea;

namespace {

// The ground is black in every theme.
const QColor kInk(0xFF, 0xD9, 0x66);
const QColor kEdge(0, 0, 0, 200);

QPointF placeOf(const imaging::ImagePoint &point, AnnotationUnits units, const PlacedArea &placed)
{
    const auto map = units == AnnotationUnits::Pixel ? placed.toView : placed.fractionToView();
    const auto at = map.map(point);
    return {at.column, at.row};
}

QList<QPointF> placesOf(const imaging::GraphicObject &graphic, const PlacedArea &placed)
{
    QList<QPointF> places;
    for (const auto &point : graphic.points)
        places.append(placeOf(point, graphic.units, placed));
    return places;
}

/// A curve through all points; its direction at each is that from the one before to the one behind.
QPainterPath curveThrough(const QList<QPointF> &places)
{
    QPainterPath path(places.first());
    const auto at = [&](qsizetype i) { return places[std::clamp<qsizetype>(i, 0, places.size() - 1)]; };
    for (qsizetype i = 0; i + 1 < places.size(); ++i)
        path.cubicTo(at(i) + (at(i + 1) - at(i - 1)) / 6, at(i + 1) - (at(i + 2) - at(i)) / 6, at(i + 1));
    return path;
}

/// By the ends of both axes, which need not lie along the screen.
QPainterPath ellipseBy(const QList<QPointF> &ends)
{
    const auto centre = (ends[0] + ends[1]) / 2;
    const auto major = (ends[1] - ends[0]) / 2;
    const auto minor = (ends[3] - ends[2]) / 2;
    QPainterPath unit;
    unit.addEllipse(QPointF(0, 0), 1, 1);
    return QTransform(major.x(), major.y(), minor.x(), minor.y(), centre.x(), centre.y()).map(unit);
}

/// A circle of pixels that are not square is an ellipse on the screen, so its axes are placed like points.
QPainterPath circleBy(const imaging::GraphicObject &graphic, const PlacedArea &placed)
{
    const auto &centre = graphic.points[0];
    const double radius =
        std::hypot(graphic.points[1].column - centre.column, graphic.points[1].row - centre.row);
    const auto place = [&](double column, double row) {
        return placeOf({centre.column + column, centre.row + row}, graphic.units, placed);
    };
    return ellipseBy({place(-radius, 0), place(radius, 0), place(0, -radius), place(0, radius)});
}

QPainterPath pathOf(const imaging::GraphicObject &graphic, const PlacedArea &placed)
{
    const auto places = placesOf(graphic, placed);
    QPainterPath path;
    switch (graphic.type) {
    case GraphicType::Point: {
        constexpr double kArm = 4;
        for (const auto &arm : {QPointF(kArm, 0), QPointF(0, kArm)}) {
            path.moveTo(places.first() - arm);
            path.lineTo(places.first() + arm);
        }
        return path;
    }
    case GraphicType::Polyline: path.addPolygon(places); return path;
    case GraphicType::Interpolated: return curveThrough(places);
    case GraphicType::Circle: return circleBy(graphic, placed);
    case GraphicType::Ellipse: return ellipseBy(places);
    }
    return path;
}

void paintShaded(QPainter &painter, const QRectF &box, int flags, const QString &words)
{
    painter.setPen(kEdge);
    for (const QPointF &offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(box.translated(offset), flags, words);
    painter.setPen(kInk);
    painter.drawText(box, flags, words);
}

void paintText(QPainter &painter, const imaging::TextObject &text, const PlacedArea &placed)
{
    const auto words = imaging::harmless(text.text);
    constexpr int kFlags = Qt::AlignLeft | Qt::AlignTop | Qt::TextDontClip;
    const auto size = painter.fontMetrics().size(0, words);
    QRectF box(QPointF(0, 0), QSizeF(size));
    if (text.box) {
        box = QRectF(placeOf(text.box->topLeft, text.box->units, placed),
                     placeOf(text.box->bottomRight, text.box->units, placed))
                  .normalized();
    } else if (text.anchor) {
        constexpr double kAway = 10;
        box.moveTopLeft(placeOf(text.anchor->point, text.anchor->units, placed) + QPointF(kAway, kAway));
    }
    if (text.anchor && text.anchor->isVisible) {
        painter.setPen(QPen(kInk, 1, Qt::DotLine));
        painter.drawLine(placeOf(text.anchor->point, text.anchor->units, placed), box.topLeft());
    }
    paintShaded(painter, box, kFlags, words);
}

imaging::DisplayedArea wholeArea(const imaging::Frame &frame)
{
    return {.right = frame.geometry().columns() - 1,
            .bottom = frame.geometry().rows() - 1,
            .pixelHeight = frame.facts().displayAspect()};
}

} // namespace

PresentedPicture::PresentedPicture(const imaging::Frame &frame, imaging::Presentation presentation)
    : m_presentation(std::move(presentation))
    , m_area(m_presentation.area.value_or(wholeArea(frame)))
    , m_columns(frame.geometry().columns())
    , m_rows(frame.geometry().rows())
{
    const auto &spatial = m_presentation.spatial;
    const auto greys = imaging::turned(imaging::render(frame, m_presentation), m_columns, m_rows, spatial);
    const int width = spatial.swapsAxes() ? m_rows : m_columns;
    const int height = spatial.swapsAxes() ? m_columns : m_rows;
    // A copy: the pixels end with this function.
    m_image = QImage(greys.data(), width, height, width, QImage::Format_Grayscale8).copy();
}

QStringList PresentedPicture::words() const
{
    QStringList all;
    for (const auto &annotation : m_presentation.annotations) {
        for (const auto &text : annotation.texts)
            all.append(imaging::harmless(text.text).simplified());
    }
    return all;
}

void PresentedPicture::paint(QPainter &painter, const QRectF &view, double screenMmPerPixel) const
{
    if (isEmpty())
        return;
    const auto placed =
        imaging::placed(m_area, m_presentation.spatial, view.width(), view.height(), screenMmPerPixel);
    const auto one = placed.toView.map({-0.5, -0.5});
    const auto other = placed.toView.map({m_columns - 0.5, m_rows - 0.5});
    painter.save();
    painter.translate(view.topLeft());
    painter.setClipRect(QRectF(placed.left, placed.top, placed.width, placed.height));
    painter.setRenderHints(QPainter::SmoothPixmapTransform | QPainter::Antialiasing);
    painter.drawImage(QRectF(QPointF(one.column, one.row), QPointF(other.column, other.row)).normalized(),
                      m_image);
    paintGraphics(painter, placed);
    paintWords(painter, placed);
    painter.restore();
}

void PresentedPicture::paintGraphics(QPainter &painter, const PlacedArea &placed) const
{
    for (const auto &annotation : m_presentation.annotations) {
        for (const auto &graphic : annotation.graphics) {
            const auto path = pathOf(graphic, placed);
            painter.strokePath(path, QPen(kEdge, 3));
            painter.strokePath(path, QPen(kInk, 1.2));
            if (graphic.isFilled)
                painter.fillPath(path, QColor(kInk.red(), kInk.green(), kInk.blue(), 90));
        }
    }
}

void PresentedPicture::paintWords(QPainter &painter, const PlacedArea &placed) const
{
    for (const auto &annotation : m_presentation.annotations) {
        for (const auto &text : annotation.texts)
            paintText(painter, text, placed);
    }
}

} // namespace simiao::viewer
