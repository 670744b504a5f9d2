#include "integration/dicom/objects/measurement_graphics.h"

#include <algorithm>
#include <cmath>

namespace simiao::dicom {

using namespace Qt::StringLiterals;
using namespace imaging;

namespace {

using Points = std::vector<ImagePoint>;

/// Two opposite corners as a closed outline.
Points rectangle(const Points &corners)
{
    const auto &a = corners[0];
    const auto &b = corners[1];
    return {a, {b.column, a.row}, b, {a.column, b.row}, a};
}

/// Two opposite corners of the box as the ends of the major, then of the minor axis.
Points ellipse(const Points &corners)
{
    const auto &a = corners[0];
    const auto &b = corners[1];
    const ImagePoint middle{(a.column + b.column) / 2, (a.row + b.row) / 2};
    const Points across{{a.column, middle.row}, {b.column, middle.row}};
    const Points down{{middle.column, a.row}, {middle.column, b.row}};
    const bool isWide = std::abs(b.column - a.column) >= std::abs(b.row - a.row);
    const auto &major = isWide ? across : down;
    const auto &minor = isWide ? down : across;
    return {major[0], major[1], minor[0], minor[1]};
}

Points closed(Points points)
{
    points.push_back(points.front());
    return points;
}

/// The corners of the box again. The axes lie along rows and columns.
Points cornersOfEllipse(const Points &ends)
{
    const bool isWide = std::abs(ends[1].column - ends[0].column) >= std::abs(ends[1].row - ends[0].row);
    const std::size_t across = isWide ? 0 : 2;
    const std::size_t down = isWide ? 2 : 0;
    return {{ends[across].column, ends[down].row}, {ends[across + 1].column, ends[down + 1].row}};
}

Points joined(const std::vector<Figure> &figures)
{
    Points all;
    for (const auto &figure : figures)
        all.insert(all.end(), figure.points.begin(), figure.points.end());
    return all;
}

} // namespace

std::vector<Figure> figuresOf(const Measurement &measurement)
{
    const auto &points = measurement.points;
    switch (measurement.kind) {
    case MeasurementKind::Length:
    case MeasurementKind::Arrow:
    case MeasurementKind::Angle: return {{u"POLYLINE"_s, points}};
    case MeasurementKind::Cobb:
    case MeasurementKind::Bidirectional:
        return {{u"POLYLINE"_s, {points[0], points[1]}}, {u"POLYLINE"_s, {points[2], points[3]}}};
    case MeasurementKind::Ellipse: return {{u"ELLIPSE"_s, ellipse(points)}};
    case MeasurementKind::Rectangle: return {{u"POLYLINE"_s, rectangle(points)}};
    case MeasurementKind::Polygon: return {{u"POLYLINE"_s, closed(points)}};
    case MeasurementKind::Probe:
    case MeasurementKind::Text: return {{u"POINT"_s, points}};
    }
    return {};
}

std::optional<Points> pointsOf(MeasurementKind kind, const std::vector<Figure> &figures)
{
    auto points = joined(figures);
    if (kind == MeasurementKind::Ellipse && points.size() == 4)
        return cornersOfEllipse(points);
    if (kind == MeasurementKind::Rectangle && points.size() == 5)
        return Points{points[0], points[2]};
    if (kind == MeasurementKind::Polygon && points.size() >= 4 && points.front() == points.back()) {
        points.pop_back();
        return points;
    }
    const bool isPlain = !isRegion(kind) && points.size() == static_cast<std::size_t>(pointCount(kind));
    return isPlain ? std::optional(std::move(points)) : std::nullopt;
}

} // namespace simiao::dicom
