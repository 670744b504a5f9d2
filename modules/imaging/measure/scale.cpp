#include "imaging/measure/scale.h"

#include "imaging/spacing_ground.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace simiao::imaging {

namespace {

constexpr double kHalf = 0.5; // a pixel reaches half a step around its centre

LengthBasis calibratedBy(const QString &calibration)
{
    if (calibration == kByGeometry)
        return LengthBasis::Geometry;
    return calibration == kByFiducial ? LengthBasis::Fiducial : LengthBasis::Calibrated;
}

LengthBasis basisOf(const PixelSpacing &spacing)
{
    switch (spacing.basis) {
    case SpacingBasis::None: return LengthBasis::Pixels;
    case SpacingBasis::PixelSpacing: return LengthBasis::PixelSpacing;
    case SpacingBasis::PlaneUnknown: return LengthBasis::PlaneUnknown;
    case SpacingBasis::Calibrated: return calibratedBy(spacing.calibration);
    case SpacingBasis::Estimated: return LengthBasis::Estimated;
    case SpacingBasis::ImagerPixelSpacing: return LengthBasis::Detector;
    case SpacingBasis::Film: return LengthBasis::Film;
    }
    return LengthBasis::Pixels;
}

ScaleRegion regionOf(const UltrasoundRegion &region)
{
    constexpr double kMmPerCentimetre = 10;
    const auto step = [](RegionUnit unit, double delta) {
        const double mm = std::abs(delta) * kMmPerCentimetre;
        return unit == RegionUnit::Centimetre && mm > 0 ? std::optional(mm) : std::nullopt;
    };
    return {double(region.left),
            double(region.top),
            double(region.right),
            double(region.bottom),
            step(region.unitX, region.deltaX),
            step(region.unitY, region.deltaY)};
}

bool holds(const ScaleRegion &region, const ImagePoint &point)
{
    return point.column >= region.left - kHalf && point.column <= region.right + kHalf
        && point.row >= region.top - kHalf && point.row <= region.bottom + kHalf;
}

double area(const ScaleRegion &region)
{
    return (region.right - region.left + 1) * (region.bottom - region.top + 1);
}

/// The innermost region that holds the point; null where there is none.
const ScaleRegion *regionAt(const Scale &scale, const ImagePoint &point)
{
    const ScaleRegion *found = nullptr;
    for (const auto &region : scale.regions) {
        if (holds(region, point) && (!found || area(region) < area(*found)))
            found = &region;
    }
    return found;
}

/// Whether some of the line from `a` to `b` lies in `region` (Liang and Barsky's clipping).
bool passes(const ScaleRegion &region, const ImagePoint &a, const ImagePoint &b)
{
    const double dx = b.column - a.column;
    const double dy = b.row - a.row;
    double from = 0;
    double to = 1;
    const std::array<std::pair<double, double>, 4> edges{{{-dx, a.column - (region.left - kHalf)},
                                                          {dx, region.right + kHalf - a.column},
                                                          {-dy, a.row - (region.top - kHalf)},
                                                          {dy, region.bottom + kHalf - a.row}}};
    for (const auto &[slope, room] : edges) {
        if (slope == 0 && room < 0)
            return false;
        if (slope < 0)
            from = std::max(from, room / slope);
        else if (slope > 0)
            to = std::min(to, room / slope);
    }
    return from <= to;
}

bool passes(const ScaleRegion &region, const std::vector<ImagePoint> &points)
{
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (passes(region, points[i], points[(i + 1) % points.size()]))
            return true;
    }
    return false;
}

LocalScale without(NoMillimetres why)
{
    return {.why = why};
}

LocalScale regionScale(const Scale &scale, const std::vector<ImagePoint> &points)
{
    const auto *region = regionAt(scale, points.front());
    const auto lies = [&](const ImagePoint &point) { return regionAt(scale, point) == region; };
    const auto disturbs = [&](const ScaleRegion &other) {
        const bool isInner = !region || area(other) < area(*region);
        return &other != region && isInner && passes(other, points);
    };
    if (!std::ranges::all_of(points, lies) || std::ranges::any_of(scale.regions, disturbs))
        return without(NoMillimetres::LeavesRegion);
    if (!region)
        return without(NoMillimetres::OutsideRegions);
    if (!region->columnMm || !region->rowMm)
        return without(NoMillimetres::NoLengthAxis);
    return {*region->columnMm, *region->rowMm, LengthBasis::Region};
}

} // namespace

Scale scaleOf(const FrameFacts &facts)
{
    Scale scale{
        .columnMm = facts.spacing.columnMm, .rowMm = facts.spacing.rowMm, .basis = basisOf(facts.spacing)};
    for (const auto &region : facts.regions)
        scale.regions.push_back(regionOf(region));
    return scale;
}

LocalScale localScale(const Scale &scale, const std::vector<ImagePoint> &points)
{
    if (!scale.regions.empty() && !points.empty())
        return regionScale(scale, points);
    if (scale.basis == LengthBasis::Pixels)
        return without(NoMillimetres::NoSpacing);
    return {scale.columnMm, scale.rowMm, scale.basis};
}

} // namespace simiao::imaging
