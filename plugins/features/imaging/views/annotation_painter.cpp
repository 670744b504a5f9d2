#include "imaging/views/annotation_painter.h"

#include "imaging/report/report_lines.h"
#include "imaging/views/label_layout.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using imaging::AnnotationUnits;
using imaging::GraphicType;
using imaging::PlacedArea;

namespace {

// The ground is the picture in every theme.
const QColor kInk(0xE3, 0xB8, 0xFF);
const QColor kEdge(0, 0, 0, 200);
const QColor kGround(0, 0, 0, 190);
constexpr double kAir = 4;

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

/// A text, and where it stands.
struct PlacedText
{
    const imaging::TextObject *text;
    QString words;
    QRectF box;
};

/// The words stand near what they belong to, so that their line is short.
QRectF anchorBox(const imaging::TextAnchor &anchor, const PlacedArea &placed)
{
    constexpr double kReach = 4;
    const auto at = placeOf(anchor.point, anchor.units, placed);
    return {at - QPointF(kReach, kReach), QSizeF(2 * kReach, 2 * kReach)};
}

/// A box is where the state wants it. An anchor says only what the words belong to: they stand beside it, off each other and off the
/// drawings.
std::vector<PlacedText> placeTexts(const std::vector<imaging::GraphicAnnotation> &annotations,
                                   const PlacedArea &placed,
                                   const QFontMetrics &metrics,
                                   std::vector<QRectF> taken)
{
    std::vector<PlacedText> all;
    std::vector<LabelRequest> requests;
    std::vector<std::size_t> anchored;
    for (const auto &annotation : annotations) {
        for (const auto &graphic : annotation.graphics)
            taken.push_back(pathOf(graphic, placed)
                                .boundingRect()
                                .adjusted(-kAir, -kAir, kAir, kAir)); // a line has no height
        for (const auto &text : annotation.texts) {
            PlacedText one{&text, imaging::harmless(text.text), {}};
            const auto size = QSizeF(metrics.size(0, one.words)) + QSizeF(2 * kAir, 2 * kAir);
            if (text.box) {
                one.box = QRectF(placeOf(text.box->topLeft, text.box->units, placed),
                                 placeOf(text.box->bottomRight, text.box->units, placed))
                              .normalized();
                taken.push_back(one.box);
            } else if (text.anchor) {
                requests.push_back({anchorBox(*text.anchor, placed), size});
                anchored.push_back(all.size());
            } else {
                one.box = QRectF(QPointF(placed.left, placed.top), size);
            }
            all.push_back(std::move(one));
        }
    }
    const QRectF view(placed.left, placed.top, placed.width, placed.height);
    const auto places = placeLabels(requests, view, taken);
    for (std::size_t i = 0; i < anchored.size(); ++i)
        all[anchored[i]].box = places[i];
    return all;
}

int alignmentOf(const imaging::TextObject &text)
{
    using enum imaging::TextJustification;
    switch (text.box ? text.box->justification : Left) {
    case Left: return Qt::AlignLeft;
    case Right: return Qt::AlignRight;
    case Centre: return Qt::AlignHCenter;
    }
    return Qt::AlignLeft;
}

void paintText(QPainter &painter, const PlacedText &placedText, const PlacedArea &placed)
{
    const auto &[text, words, box] = placedText;
    if (text->anchor && text->anchor->isVisible) {
        painter.setPen(QPen(kInk, 1, Qt::DotLine));
        const auto at = placeOf(text->anchor->point, text->anchor->units, placed);
        painter.drawLine(at,
                         QPointF(std::clamp(at.x(), box.left(), box.right()),
                                 std::clamp(at.y(), box.top(), box.bottom())));
    }
    const int flags = alignmentOf(*text) | Qt::AlignTop | Qt::TextDontClip;
    if (!text->box)
        painter.fillRect(box, kGround);
    const auto room = text->box ? box : box.adjusted(kAir, kAir, -kAir, -kAir);
    painter.setPen(kEdge);
    for (const QPointF &offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(room.translated(offset), flags, words);
    painter.setPen(kInk);
    painter.drawText(room, flags, words);
}

void paintGraphic(QPainter &painter, const imaging::GraphicObject &graphic, const PlacedArea &placed)
{
    const auto path = pathOf(graphic, placed);
    painter.strokePath(path, QPen(kEdge, 3));
    painter.strokePath(path, QPen(kInk, 1.2));
    if (graphic.isFilled)
        painter.fillPath(path, QColor(kInk.red(), kInk.green(), kInk.blue(), 90));
}

} // namespace

/// Words last: no drawing makes them unreadable.
void paintAnnotations(QPainter &painter,
                      const std::vector<imaging::GraphicAnnotation> &annotations,
                      const PlacedArea &placed,
                      std::vector<QRectF> taken)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    for (const auto &annotation : annotations) {
        for (const auto &graphic : annotation.graphics)
            paintGraphic(painter, graphic, placed);
    }
    for (const auto &text : placeTexts(annotations, placed, painter.fontMetrics(), std::move(taken)))
        paintText(painter, text, placed);
    painter.restore();
}

QStringList annotationWords(const std::vector<imaging::GraphicAnnotation> &annotations)
{
    QStringList all;
    for (const auto &annotation : annotations) {
        for (const auto &text : annotation.texts)
            all.append(imaging::harmless(text.text).simplified());
    }
    return all;
}

} // namespace simiao::viewer
