#include "imaging/views/measure_shape.h"

#include <QLineF>

namespace simiao::viewer {

using imaging::MeasurementKind;

namespace {

void addArrow(QPainterPath &path, const QPointF &tail, const QPointF &tip)
{
    constexpr double kHead = 12;    // px
    constexpr double kOpening = 25; // degrees to each side
    QLineF side(tip, tail);
    side.setLength(std::min(kHead, side.length()));
    const double angle = side.angle();
    for (const double turn : {-kOpening, kOpening}) {
        side.setAngle(angle + turn);
        path.moveTo(tip);
        path.lineTo(side.p2());
    }
}

void addProbe(QPainterPath &path, const QPointF &at)
{
    constexpr double kArm = 9;
    constexpr double kGap = 3; // what is measured stays in sight
    for (const auto &arm : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        path.moveTo(at + arm * kGap);
        path.lineTo(at + arm * kArm);
    }
}

/// Two lines, the second as soon as it has begun.
void addPair(QPainterPath &path, const QPolygonF &points)
{
    for (qsizetype i = 0; i + 1 < points.size(); i += 2) {
        path.moveTo(points[i]);
        path.lineTo(points[i + 1]);
    }
}

} // namespace

QPainterPath shapePath(const imaging::Measurement &measurement, const ImageMapping &mapping)
{
    const auto points = mapping.toView(measurement.points);
    QPainterPath path;
    if (points.isEmpty())
        return path;
    switch (measurement.kind) {
    case MeasurementKind::Probe: addProbe(path, points[0]); break;
    case MeasurementKind::Text: break;
    case MeasurementKind::Cobb:
    case MeasurementKind::Bidirectional: addPair(path, points); break;
    case MeasurementKind::Ellipse: path.addEllipse(QRectF(points.first(), points.last()).normalized()); break;
    case MeasurementKind::Rectangle: path.addRect(QRectF(points.first(), points.last()).normalized()); break;
    case MeasurementKind::Polygon:
        path.addPolygon(points);
        if (!measurement.id.isEmpty())
            path.closeSubpath();
        break;
    case MeasurementKind::Length:
    case MeasurementKind::Angle: path.addPolygon(points); break;
    case MeasurementKind::Arrow:
        path.addPolygon(points);
        if (points.size() > 1)
            addArrow(path, points[0], points[1]);
        break;
    }
    return path;
}

int pointNear(const imaging::Measurement &measurement, const ImageMapping &mapping, const QPointF &at)
{
    int found = -1;
    double least = kHandleReach;
    for (std::size_t i = 0; i < measurement.points.size(); ++i) {
        const double distance = QLineF(mapping.toView(measurement.points[i]), at).length();
        if (distance <= least) {
            least = distance;
            found = static_cast<int>(i);
        }
    }
    return found;
}

bool isNear(const imaging::Measurement &measurement, const ImageMapping &mapping, const QPointF &at)
{
    QPainterPathStroker stroker;
    stroker.setWidth(2 * kHandleReach);
    return stroker.createStroke(shapePath(measurement, mapping)).contains(at);
}

} // namespace simiao::viewer
