#include "integration/dicom/phantom/shapes.h"

#include <algorithm>
#include <cmath>

namespace simiao::dicom::phantom {

Point operator+(const Point &a, const Point &b)
{
    return {a.x + b.x, a.y + b.y, a.z + b.z};
}

Point operator-(const Point &a, const Point &b)
{
    return {a.x - b.x, a.y - b.y, a.z - b.z};
}

Point operator*(const Point &a, double factor)
{
    return {a.x * factor, a.y * factor, a.z * factor};
}

double length(const Point &a)
{
    return std::sqrt(a.x * a.x + a.y * a.y + a.z * a.z);
}

double Ellipse::distance(double px, double py) const
{
    const double dx = px - x;
    const double dy = py - y;
    const double u = dx * std::cos(angle) + dy * std::sin(angle);
    const double v = dy * std::cos(angle) - dx * std::sin(angle);
    const double k = std::hypot(u / a, v / b);
    const double slope = std::hypot(u / (a * a), v / (b * b));
    return slope > 0 ? k * (k - 1) / slope : -std::min(a, b);
}

double Superellipse::distance(double px, double py) const
{
    const double u = px - x;
    const double v = py - y;
    const double k =
        std::pow(std::pow(std::abs(u / a), exponent) + std::pow(std::abs(v / b), exponent), 1 / exponent);
    return k > 1e-6 ? std::hypot(u, v) * (1 - 1 / k) : -std::min(a, b);
}

Nearest nearestOnLine(const Point &p, const Point &from, const Point &to)
{
    const Point line = to - from;
    const Point offset = p - from;
    const double squared = line.x * line.x + line.y * line.y + line.z * line.z;
    const double dot = line.x * offset.x + line.y * offset.y + line.z * offset.z;
    const double along = squared > 0 ? std::clamp(dot / squared, 0.0, 1.0) : 0;
    return {length(offset - line * along), along};
}

double smoothUnion(double a, double b, double radius)
{
    const double h = std::max(radius - std::abs(a - b), 0.0) / radius;
    return std::min(a, b) - h * h * radius / 4;
}

double ramp(double from, double to, double value)
{
    const double t = std::clamp((value - from) / (to - from), 0.0, 1.0);
    return t * t * (3 - 2 * t);
}

double coverage(double distance, double softness)
{
    return ramp(softness, -softness, distance);
}

double mix(double a, double b, double t)
{
    return a + (b - a) * t;
}

} // namespace simiao::dicom::phantom
