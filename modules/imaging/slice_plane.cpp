#include "imaging/slice_plane.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace simiao::imaging {

namespace {

/// Cosine of the largest angle that still counts as parallel: about 2.5 degrees, as where series are put in order.
constexpr double kParallel = 0.999;
constexpr double kSmallest = 1e-9;

Vector3 plus(const Vector3 &a, const Vector3 &b, double times)
{
    return {a[0] + b[0] * times, a[1] + b[1] * times, a[2] + b[2] * times};
}

Vector3 minus(const Vector3 &a, const Vector3 &b)
{
    return plus(a, b, -1);
}

/// The part of a line that is within something.
struct Stretch
{
    double from = -std::numeric_limits<double>::infinity();
    double to = std::numeric_limits<double>::infinity();

    bool isEmpty() const { return from >= to; }

    /// Keeps what lies between `least` and `most` on an axis on which the line is at `start + t * step`.
    void keep(double start, double step, double least, double most)
    {
        if (std::abs(step) < kSmallest) {
            if (start < least || start > most)
                to = from;
            return;
        }
        const double a = (least - start) / step;
        const double b = (most - start) / step;
        from = std::max(from, std::min(a, b));
        to = std::min(to, std::max(a, b));
    }

    void keepWithin(const SpacedPlane &picture, const Vector3 &start, const Vector3 &direction)
    {
        constexpr double kHalf = 0.5; // pixels have an extent
        const auto first = picture.under(start);
        const auto next = picture.under(plus(start, direction, 1));
        keep(first.first, next.first - first.first, -kHalf, picture.columns - kHalf);
        keep(first.second, next.second - first.second, -kHalf, picture.rows - kHalf);
    }
};

} // namespace

double SlicePlane::depth() const
{
    return dot(normal(), position);
}

double SlicePlane::distanceTo(const Vector3 &point) const
{
    return dot(normal(), minus(point, position));
}

Vector3 SpacedPlane::at(double column, double row) const
{
    const auto &orientation = plane.orientation;
    return plus(plus(plane.position, orientation.alongRow, column * columnMm), orientation.alongColumn,
                row * rowMm);
}

std::pair<double, double> SpacedPlane::under(const Vector3 &point) const
{
    const auto from = minus(point, plane.position);
    return {dot(plane.orientation.alongRow, from) / columnMm,
            dot(plane.orientation.alongColumn, from) / rowMm};
}

bool areParallel(const SlicePlane &a, const SlicePlane &b)
{
    return std::abs(dot(a.normal(), b.normal())) > kParallel;
}

std::optional<PictureLine> cutLine(const SpacedPlane &shown, const SpacedPlane &cutting)
{
    if (areParallel(shown.plane, cutting.plane))
        return std::nullopt;
    const auto shownNormal = shown.plane.normal();
    const auto cuttingNormal = cutting.plane.normal();
    const auto direction = cross(shownNormal, cuttingNormal);
    // A point of both planes: from the shown one's first pixel along its plane to the other's.
    const auto towards = cross(direction, shownNormal);
    const double steepness = dot(towards, cuttingNormal);
    const double away = cutting.plane.distanceTo(shown.plane.position);
    const auto start = plus(shown.plane.position, towards, -away / steepness);
    Stretch stretch;
    stretch.keepWithin(shown, start, direction);
    stretch.keepWithin(cutting, start, direction);
    if (stretch.isEmpty())
        return std::nullopt;
    return PictureLine{shown.under(plus(start, direction, stretch.from)),
                       shown.under(plus(start, direction, stretch.to))};
}

} // namespace simiao::imaging
