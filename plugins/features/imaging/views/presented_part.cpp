#include "imaging/views/presented_part.h"

#include "imaging/report/report_lines.h"
#include "imaging/views/viewport.h"

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel

imaging::AffineMap affineOf(const ImageMapping &mapping)
{
    const auto origin = mapping.toView(imaging::ImagePoint{0, 0});
    const auto column = mapping.toView(imaging::ImagePoint{1, 0}) - origin;
    const auto row = mapping.toView(imaging::ImagePoint{0, 1}) - origin;
    return {
        .xx = column.x(), .xy = row.x(), .yx = column.y(), .yy = row.y(), .dx = origin.x(), .dy = origin.y()};
}

QRectF boxOf(const imaging::AffineMap &map, double left, double top, double right, double bottom)
{
    const auto one = map.map({left - kHalf, top - kHalf});
    const auto other = map.map({right + kHalf, bottom + kHalf});
    return QRectF(QPointF(one.column, one.row), QPointF(other.column, other.row)).normalized();
}

/// The smallest box around points, in columns and rows.
struct Bounds
{
    double left, top, right, bottom;

    /// Presentation states keep places as floats.
    bool isSame(const Bounds &other) const
    {
        constexpr double kFloat = 0.01;
        return std::abs(left - other.left) < kFloat && std::abs(top - other.top) < kFloat
            && std::abs(right - other.right) < kFloat && std::abs(bottom - other.bottom) < kFloat;
    }
};

Bounds boundsOf(const std::vector<imaging::ImagePoint> &points)
{
    const auto [left, right] = std::ranges::minmax(points, {}, &imaging::ImagePoint::column);
    const auto [top, bottom] = std::ranges::minmax(points, {}, &imaging::ImagePoint::row);
    return {left.column, top.row, right.column, bottom.row};
}

/// Where an annotation says that a measurement is; empty where it speaks of none, or of another.
std::vector<imaging::ImagePoint> trackedPoints(const imaging::GraphicAnnotation &annotation,
                                               const imaging::Measurement &measurement)
{
    const auto isIts = [&measurement](const QString &trackingId) {
        return trackingId == measurement.id
            || (!measurement.label.isEmpty() && trackingId == measurement.label);
    };
    std::vector<imaging::ImagePoint> points;
    for (const auto &graphic : annotation.graphics) {
        if (isIts(graphic.trackingId))
            points.insert(points.end(), graphic.points.begin(), graphic.points.end());
    }
    for (const auto &text : annotation.texts) {
        if (annotation.graphics.empty() && text.anchor && isIts(text.trackingId))
            points.push_back(text.anchor->point);
    }
    return points;
}

} // namespace

imaging::DisplayedArea areaOf(const imaging::Presentation &presentation, const imaging::Frame &frame)
{
    return presentation.area.value_or(imaging::DisplayedArea{.right = frame.geometry().columns() - 1,
                                                             .bottom = frame.geometry().rows() - 1,
                                                             .pixelHeight = frame.facts().displayAspect()});
}

bool isPart(const imaging::DisplayedArea &area, const imaging::FrameGeometry &geometry)
{
    return area.left > 0 || area.top > 0 || area.right < geometry.columns() - 1
        || area.bottom < geometry.rows() - 1;
}

QRectF partOf(const imaging::DisplayedArea &area,
              const imaging::FrameGeometry &geometry,
              const imaging::Turn &turn)
{
    const ImageMapping mapping(QRectF(0, 0, 1, 1), geometry.columns(), geometry.rows(), turn);
    return boxOf(affineOf(mapping), area.left, area.top, area.right, area.bottom);
}

PictureFraming framingOf(const imaging::Presentation &presentation, const imaging::Frame &frame)
{
    const auto area = areaOf(presentation, frame);
    return {presentation.shutter, area.pixelHeight / area.pixelWidth};
}

imaging::PlacedArea placedIn(const ImageMapping &mapping, const imaging::DisplayedArea &area)
{
    const auto map = affineOf(mapping);
    const auto box = boxOf(map, area.left, area.top, area.right, area.bottom);
    return {
        .toView = map, .left = box.left(), .top = box.top(), .width = box.width(), .height = box.height()};
}

bool isDrawnBy(const std::vector<imaging::GraphicAnnotation> &annotations,
               const imaging::Measurement &measurement)
{
    return std::ranges::any_of(annotations, [&](const auto &annotation) {
        const auto points = trackedPoints(annotation, measurement);
        return !points.empty() && boundsOf(points).isSame(boundsOf(measurement.points));
    });
}

std::vector<imaging::GraphicAnnotation> drawnOf(std::vector<imaging::GraphicAnnotation> annotations,
                                                bool hasDrawings,
                                                bool hasWords)
{
    if (!hasDrawings)
        return {};
    if (!hasWords) {
        for (auto &annotation : annotations)
            annotation.texts.clear();
    }
    return annotations;
}

QStringList presentationWords(const imaging::PresentationState &state, bool isApplied, bool isPart)
{
    const auto name = imaging::harmless(state.label).simplified();
    const auto author = imaging::harmless(state.creator).simplified();
    QStringList lines{name.isEmpty() ? Viewport::tr("Presentation state")
                                     : Viewport::tr("Presentation state %1").arg(name)};
    if (!author.isEmpty())
        lines.append(Viewport::tr("by %1", "author of a presentation state").arg(author));
    if (!isApplied)
        lines.append(Viewport::tr("NOT APPLIED to this image"));
    else if (!state.defects.empty())
        lines.append(Viewport::tr("NOT ALL OF IT is applied"));
    if (isPart)
        lines.append(Viewport::tr("PART OF THE IMAGE", "the rest is cut off by a presentation state"));
    return lines;
}

} // namespace simiao::viewer
