#pragma once

#include <array>

namespace simiao::dicom::phantom {

/// A point of the phantom, mm: x to the patient's left, y to the back, z from the lung tips towards the feet.
struct Point
{
    double x = 0;
    double y = 0;
    double z = 0;
};

Point operator+(const Point &a, const Point &b);
Point operator-(const Point &a, const Point &b);
Point operator*(const Point &a, double factor);
double length(const Point &a);

/// Signed distances to outlines within a slice, mm, negative inside; good near the outline, rough far from
/// it.
struct Ellipse
{
    double x = 0, y = 0;
    double a = 1, b = 1; ///< half axes, > 0
    double angle = 0;    ///< radians, from x towards y

    double distance(double px, double py) const;
};

/// |x/a|^n + |y/b|^n = 1: the outline of a trunk. Measured along the ray from the centre.
struct Superellipse
{
    double x = 0, y = 0;
    double a = 1, b = 1;
    double exponent = 2;

    double distance(double px, double py) const;
};

/// Distance to the line from `from` to `to` in space, and how far along it (0 … 1) the nearest place is.
struct Nearest
{
    double distance;
    double along;
};
Nearest nearestOnLine(const Point &p, const Point &from, const Point &to);

/// The union of two shapes with a rounded seam of about `radius` mm.
double smoothUnion(double a, double b, double radius);

/// 0 below `from`, 1 above `to`, smooth between; `from` may be the larger one.
double ramp(double from, double to, double value);
/// How much of a pixel lies inside, for an edge about as sharp as a scanner's.
double coverage(double distance, double softness = 0.9);
/// From a to b as t goes from 0 to 1.
double mix(double a, double b, double t);

/// A value given at some heights z, straight between them and constant outside.
template <std::size_t N>
double profile(const std::array<std::array<double, 2>, N> &knots, double z)
{
    if (z <= knots.front()[0])
        return knots.front()[1];
    for (std::size_t i = 1; i < N; ++i) {
        if (z < knots[i][0])
            return mix(knots[i - 1][1], knots[i][1], ramp(knots[i - 1][0], knots[i][0], z));
    }
    return knots.back()[1];
}

} // namespace simiao::dicom::phantom
