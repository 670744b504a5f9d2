#include "imaging/views/measure_painter.h"

#include "imaging/views/measure_shape.h"
#include "imaging/views/overlay.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

namespace simiao::viewer {

namespace {

// The ground is the picture in every theme, so these do not follow it.
const QColor kLine(0xFF, 0xD2, 0x4A);
const QColor kSelected(0x6F, 0xE3, 0xFF);
const QColor kEdge(0, 0, 0, 200);
const QColor kGround(0, 0, 0, 190);
constexpr double kLineWidth = 1.5;
constexpr double kEdgeWidth = 3.5;
constexpr double kHandle = 3.5; // half its width
constexpr double kPadding = 4;

QColor inkOf(const DrawnMeasurement &drawn)
{
    return drawn.isSelected ? kSelected : kLine;
}

void stroke(QPainter &painter,
            const QPainterPath &path,
            const QColor &ink,
            Qt::PenStyle style = Qt::SolidLine)
{
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(path, QPen(kEdge, kEdgeWidth, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.strokePath(path, QPen(ink, kLineWidth, style, Qt::FlatCap, Qt::RoundJoin));
}

/// A grip on each point that can be moved; the one that is being moved is filled.
void paintHandles(QPainter &painter, const DrawnMeasurement &drawn, const ImageMapping &mapping)
{
    const auto points = mapping.toView(drawn.measurement.points);
    for (qsizetype i = 0; i < points.size(); ++i) {
        const QRectF box(points[i] - QPointF(kHandle, kHandle), QSizeF(2 * kHandle, 2 * kHandle));
        painter.setPen(QPen(kEdge, kEdgeWidth));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(box);
        painter.setPen(QPen(inkOf(drawn), kLineWidth));
        painter.setBrush(i == drawn.grabbed ? inkOf(drawn) : kGround);
        painter.drawRect(box);
    }
}

QSizeF labelSize(const QStringList &lines, const QFontMetricsF &metrics)
{
    double width = 0;
    for (const auto &line : lines)
        width = std::max(width, metrics.horizontalAdvance(line));
    return {width + 2 * kPadding, double(lines.size()) * metrics.lineSpacing() + 2 * kPadding};
}

void paintLabel(QPainter &painter, const DrawnMeasurement &drawn, const QStringList &rows, const QRectF &box)
{
    painter.setPen(drawn.isLabelHeld ? QPen(inkOf(drawn), kLineWidth) : QPen(Qt::NoPen));
    painter.setBrush(kGround);
    painter.drawRoundedRect(box, 2, 2);
    const auto text = box.adjusted(kPadding, kPadding, -kPadding, -kPadding);
    const auto words = rows.join(u'\n');
    painter.setPen(kEdge);
    for (const QPointF &offset : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)})
        painter.drawText(text.translated(offset), Qt::AlignLeft | Qt::AlignTop, words);
    painter.setPen(inkOf(drawn));
    painter.drawText(text, Qt::AlignLeft | Qt::AlignTop, words);
}

QPointF nearestIn(const QRectF &box, const QPointF &point)
{
    return {std::clamp(point.x(), box.left(), box.right()), std::clamp(point.y(), box.top(), box.bottom())};
}

/// The part of the shape that is nearest to the label. Words without a shape belong to their point.
QPointF nearestOf(const DrawnMeasurement &drawn, const ImageMapping &mapping, const QRectF &label)
{
    constexpr int kSamples = 48;
    const auto shape = shapePath(drawn.measurement, mapping);
    if (shape.length() <= 0)
        return mapping.toView(drawn.measurement.points.front());
    QPointF best = shape.pointAtPercent(0);
    const auto distance = [&label](const QPointF &point) {
        return QLineF(point, nearestIn(label, point)).length();
    };
    for (int i = 1; i <= kSamples; ++i) {
        const auto point = shape.pointAtPercent(double(i) / kSamples);
        if (distance(point) < distance(best))
            best = point;
    }
    return best;
}

/// Never solid: it is no part of the shape. A longer way needs dashes that the eye can follow.
void paintLeader(QPainter &painter, const QPointF &from, const QPointF &to, const QPen &pen)
{
    QPainterPath leader(from);
    leader.lineTo(to);
    painter.setBrush(Qt::NoBrush);
    painter.strokePath(leader, QPen(kEdge, 2.5));
    painter.strokePath(leader, pen);
}

void paintCross(QPainter &painter, const QPointF &at)
{
    constexpr double kArm = 14;
    constexpr double kGap = 4;
    QPainterPath path;
    for (const auto &arm : {QPointF(1, 0), QPointF(-1, 0), QPointF(0, 1), QPointF(0, -1)}) {
        path.moveTo(at + arm * kGap);
        path.lineTo(at + arm * kArm);
    }
    stroke(painter, path, kSelected);
}

/// What a label must not cover. Words without a shape stand at their point.
QRectF boundsOf(const DrawnMeasurement &drawn, const MeasureScene &scene)
{
    const auto path = shapePath(drawn.measurement, scene.mapping);
    const auto at = scene.mapping.toView(drawn.measurement.points.front());
    return path.isEmpty() ? QRectF(at - QPointF(kHandle, kHandle), QSizeF(2 * kHandle, 2 * kHandle))
                          : path.boundingRect();
}

struct PlacedLabel
{
    const DrawnMeasurement *drawn;
    QStringList rows; ///< its lines, broken where the view is narrower
    QRectF box;
};

std::vector<PlacedLabel> placedLabels(const MeasureScene &scene)
{
    constexpr double kMargin = 4;
    const auto room = scene.view.adjusted(kMargin, kMargin, -kMargin, -kMargin);
    const QFontMetricsF metrics(scene.font);
    auto obstacles = scene.taken;
    std::vector<LabelRequest> requests;
    std::vector<PlacedLabel> labels;
    for (const auto &drawn : scene.drawn) {
        const auto bounds = boundsOf(drawn, scene).adjusted(-1, -1, 1, 1);
        if (!bounds.intersects(scene.view))
            continue;
        if (drawn.lines.isEmpty()) {
            obstacles.push_back(bounds);
            continue;
        }
        const QSize most(std::max(1, int(room.width() - 2 * kPadding)), QWIDGETSIZE_MAX);
        const auto rows = cornerRows(drawn.lines, most, QFontMetrics(scene.font), drawn.lines);
        LabelRequest request{bounds.intersected(scene.view), labelSize(rows, metrics)};
        if (const auto &at = drawn.measurement.labelAt)
            request.centre = scene.mapping.toView(*at);
        requests.push_back(request);
        labels.push_back({&drawn, rows, {}});
    }
    const auto places = placeLabels(requests, room, obstacles);
    for (std::size_t i = 0; i < labels.size(); ++i)
        labels[i].box = places[i];
    return labels;
}

void paintLabels(QPainter &painter, const MeasureScene &scene)
{
    for (const auto &[drawn, rows, box] : placedLabels(scene)) {
        const auto &measurement = drawn->measurement;
        // Words that stand at their point need no line to it.
        if (measurement.kind != imaging::MeasurementKind::Text || measurement.labelAt) {
            const auto to = nearestOf(*drawn, scene.mapping, box);
            const auto style = measurement.labelAt ? Qt::DashLine : Qt::DotLine;
            paintLeader(painter, nearestIn(box, to), to, QPen(inkOf(*drawn), 1, style));
        }
        paintLabel(painter, *drawn, rows, box);
    }
}

} // namespace

void paintMeasurements(QPainter &painter, const MeasureScene &scene)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(scene.font);
    for (const auto &drawn : scene.drawn) {
        stroke(painter, shapePath(drawn.measurement, scene.mapping), inkOf(drawn));
        const bool isBare = drawn.measurement.kind == imaging::MeasurementKind::Text;
        if (drawn.isSelected || isBare)
            paintHandles(painter, drawn, scene.mapping);
    }
    paintLabels(painter, scene);
    if (scene.cross)
        paintCross(painter, scene.mapping.toView(*scene.cross));
    painter.restore();
}

std::vector<LabelPlace> labelPlaces(const MeasureScene &scene)
{
    std::vector<LabelPlace> places;
    for (const auto &[drawn, rows, box] : placedLabels(scene))
        places.push_back({drawn->measurement.id, box});
    return places;
}

} // namespace simiao::viewer
