#include "imaging/measure/values.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace simiao::imaging {

namespace {

constexpr double kDegrees = 180 / std::numbers::pi;

/// A way in the patient (or in pixels).
struct Way
{
    double x = 0;
    double y = 0;

    double length() const { return std::hypot(x, y); }
};

Way wayOf(const LocalScale &scale, const ImagePoint &from, const ImagePoint &to)
{
    return {(to.column - from.column) * scale.columnStep, (to.row - from.row) * scale.rowStep};
}

MeasuredSize sized(const LocalScale &scale, double value)
{
    return {.value = scale.hasLength() ? std::optional(value) : std::nullopt,
            .basis = scale.basis,
            .why = scale.why,
            .decimals = decimalsFor(std::max(scale.columnStep, scale.rowStep))};
}

double pixels(const ImagePoint &from, const ImagePoint &to)
{
    return std::hypot(to.column - from.column, to.row - from.row);
}

double degreesBetween(const Way &a, const Way &b)
{
    return std::abs(std::atan2(a.x * b.y - a.y * b.x, a.x * b.x + a.y * b.y)) * kDegrees;
}

/// \param shortest  of the two arms, pixels
MeasuredAngle angled(const LocalScale &scale, const Way &a, const Way &b, double shortest)
{
    constexpr double kFineFrom = kDegrees;
    const bool isAngle = scale.hasLength() && a.length() > 0 && b.length() > 0;
    return {.degrees = isAngle ? std::optional(degreesBetween(a, b)) : std::nullopt,
            .why = scale.why,
            .decimals = shortest >= kFineFrom ? 1 : 0};
}

ImagePoint middle(const ImagePoint &a, const ImagePoint &b)
{
    return {(a.column + b.column) / 2, (a.row + b.row) / 2};
}

Way directed(const Way &way, bool isDown)
{
    const bool isForward = isDown ? way.y >= 0 : way.x >= 0;
    return isForward ? way : Way{-way.x, -way.y};
}

} // namespace

int decimalsFor(double step)
{
    constexpr int kMost = 5;
    return std::clamp(static_cast<int>(std::ceil(-std::log10(step / 2) - 1e-9)), 0, kMost);
}

MeasuredSize lengthBetween(const Scale &scale, const ImagePoint &from, const ImagePoint &to)
{
    const auto local = localScale(scale, {from, to});
    return sized(local, wayOf(local, from, to).length());
}

MeasuredAngle angleAt(const Scale &scale, const ImagePoint &a, const ImagePoint &vertex, const ImagePoint &b)
{
    const auto local = localScale(scale, {a, vertex, b});
    return angled(local, wayOf(local, vertex, a), wayOf(local, vertex, b),
                  std::min(pixels(vertex, a), pixels(vertex, b)));
}

MeasuredAngle cobbAngle(const Scale &scale, const std::vector<ImagePoint> &points)
{
    const auto local = localScale(scale, points);
    const auto upper = wayOf(local, points[0], points[1]);
    const auto lower = wayOf(local, points[2], points[3]);
    const auto spine = wayOf(local, middle(points[0], points[1]), middle(points[2], points[3]));
    const bool isDown = std::abs(spine.x) > std::abs(spine.y);
    return angled(local, directed(upper, isDown), directed(lower, isDown),
                  std::min(pixels(points[0], points[1]), pixels(points[2], points[3])));
}

TwoLengths bidirectional(const Scale &scale, const std::vector<ImagePoint> &points)
{
    const auto local = localScale(scale, points);
    const auto one = wayOf(local, points[0], points[1]).length();
    const auto other = wayOf(local, points[2], points[3]).length();
    return {sized(local, std::max(one, other)), sized(local, std::min(one, other))};
}

std::vector<ImagePoint> squared(const Scale &scale, std::vector<ImagePoint> points)
{
    if (points.size() != 4)
        return points;
    const auto local = localScale(scale, points);
    const auto axis = wayOf(local, points[0], points[1]);
    if (axis.length() == 0)
        return points;
    const Way across{-axis.y / axis.length(), axis.x / axis.length()};
    const auto drawn = wayOf(local, points[2], points[3]);
    const double reach = drawn.x * across.x + drawn.y * across.y;
    points[3] = {points[2].column + across.x * reach / local.columnStep,
                 points[2].row + across.y * reach / local.rowStep};
    return points;
}

} // namespace simiao::imaging
