#include "imaging/measure/measurement.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

int pointCount(MeasurementKind kind)
{
    using enum MeasurementKind;
    switch (kind) {
    case Probe:
    case Text: return 1;
    case Length:
    case Ellipse:
    case Rectangle:
    case Arrow: return 2;
    case Angle:
    case Polygon: return 3;
    case Cobb:
    case Bidirectional: return 4;
    }
    return 0;
}

bool isRegion(MeasurementKind kind)
{
    using enum MeasurementKind;
    return kind == Ellipse || kind == Rectangle || kind == Polygon;
}

namespace {

bool isPlace(const ImagePoint &point)
{
    return std::isfinite(point.column) && std::isfinite(point.row);
}

} // namespace

bool isComplete(const Measurement &measurement)
{
    const auto count = measurement.points.size();
    const auto wanted = static_cast<std::size_t>(pointCount(measurement.kind));
    const bool hasAll = measurement.kind == MeasurementKind::Polygon ? count >= wanted : count == wanted;
    return hasAll && std::ranges::all_of(measurement.points, isPlace)
        && (!measurement.labelAt || isPlace(*measurement.labelAt));
}

QString kindCode(MeasurementKind kind)
{
    using enum MeasurementKind;
    switch (kind) {
    case Length: return QStringLiteral("length");
    case Angle: return QStringLiteral("angle");
    case Cobb: return QStringLiteral("cobb");
    case Bidirectional: return QStringLiteral("bidirectional");
    case Ellipse: return QStringLiteral("ellipse");
    case Rectangle: return QStringLiteral("rectangle");
    case Polygon: return QStringLiteral("polygon");
    case Probe: return QStringLiteral("probe");
    case Arrow: return QStringLiteral("arrow");
    case Text: return QStringLiteral("text");
    }
    return {};
}

const std::vector<MeasurementKind> &allKinds()
{
    using enum MeasurementKind;
    static const std::vector<MeasurementKind> kinds{Length,  Angle,     Cobb,    Bidirectional, Probe,
                                                    Ellipse, Rectangle, Polygon, Arrow,         Text};
    return kinds;
}

} // namespace simiao::imaging
