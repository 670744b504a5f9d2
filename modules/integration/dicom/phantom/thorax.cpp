#include "integration/dicom/phantom/thorax.h"

#include "integration/dicom/phantom/great_vessels.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace simiao::dicom::phantom {

namespace {

using Profile5 = std::array<std::array<double, 2>, 5>;

constexpr Profile5 kBodyWidth{{{0, 168}, {50, 166}, {120, 163}, {200, 158}, {310, 152}}};
constexpr Profile5 kBodyDepth{{{0, 87}, {50, 94}, {120, 104}, {200, 108}, {310, 106}}};
constexpr double kBack = 107; ///< where the back touches the couch
constexpr Profile5 kCageWidth{{{-20, 30}, {25, 70}, {70, 104}, {150, 122}, {280, 130}}};
constexpr Profile5 kCageDepth{{{-20, 26}, {25, 52}, {70, 72}, {150, 86}, {280, 91}}};
constexpr Profile5 kCageMiddle{{{-20, 30}, {25, 20}, {70, 8}, {150, 1}, {280, -2}}};

/// Half an egg that rises from the feet: at height z a slice of an ellipsoid whose tip is at `top`.
double domeDistance(const Point &p, double x, double y, double a, double b, double top, double height)
{
    const double depth = (top + height - p.z) / height;
    if (depth >= 1)
        return (top - p.z) + 20;
    const double share = std::sqrt(1 - std::max(depth, 0.0) * std::max(depth, 0.0));
    return Ellipse{.x = x, .y = y, .a = a * share, .b = b * share}.distance(p.x, p.y);
}

/// A slice of an ellipsoid around height `middle`; far away where it does not reach.
double ballDistance(const Point &p, Ellipse widest, double middle, double height)
{
    const double t = (p.z - middle) / height;
    if (std::abs(t) >= 1)
        return 20 + std::abs(p.z - middle) - height;
    const double share = std::sqrt(1 - t * t);
    widest.a *= share;
    widest.b *= share;
    return widest.distance(p.x, p.y);
}

double vesselsDistance(const Point &p)
{
    constexpr double kFatAround = 4.5;
    double least = std::numeric_limits<double>::infinity();
    for (const auto &tube : greatVessels())
        least = std::min(least, tube.distance(p) - kFatAround);
    for (const auto &tube : airways()) {
        // Bronchi leave the mediastinum where they enter the lung.
        const double inLung = ramp(36, 48, std::abs(p.x)) * 12;
        least = std::min(least, tube.distance(p) - 2 + inLung);
    }
    return least + ramp(40, 56, std::abs(p.x)) * 6;
}

/// The fat that fills the gaps between the great vessels, wide at the neck and at the roots of the lungs.
double envelopeDistance(const Point &p)
{
    constexpr Profile5 kWidth{{{-20, 50}, {30, 40}, {75, 31}, {130, 33}, {160, 26}}};
    constexpr Profile5 kDepth{{{-20, 38}, {30, 36}, {75, 37}, {130, 40}, {160, 34}}};
    const Ellipse fat{.x = 2, .y = 2, .a = profile(kWidth, p.z), .b = profile(kDepth, p.z)};
    return fat.distance(p.x, p.y) + 30 * ramp(150, 190, p.z);
}

/// Fat behind the breastbone, and the seam where the lungs nearly meet.
double anteriorDistance(const Point &p)
{
    const auto cage = cageOutline(p.z);
    const double front = cage.y - cage.b;
    const double width = 3 + 24 * ramp(30, 0, p.y - front - 4) + 12 * ramp(60, 20, p.z);
    const double reach = p.y - (front + 62);
    return std::max(std::abs(p.x - 2) - width * 0.55, reach);
}

double spineDistance(const Point &p)
{
    const double body = vertebralBody().distance(p.x, p.y) - 5;
    const double behind = std::max(std::abs(p.x) - 27 + 0.25 * (p.y - 60), 62 - p.y);
    return smoothUnion(body, behind, 12);
}

} // namespace

double bodyDistance(const Point &p)
{
    const Superellipse trunk{.x = 0,
                             .y = kBack - profile(kBodyDepth, p.z),
                             .a = profile(kBodyWidth, p.z),
                             .b = profile(kBodyDepth, p.z),
                             .exponent = 2.35};
    const double rise = 12 * ramp(70, 125, p.z) * ramp(200, 150, p.z);
    const Ellipse breast{.x = 66, .y = -62, .a = 54, .b = 30 + rise};
    const double belowCollarBones = breast.distance(std::abs(p.x), p.y) + 45 * ramp(100, 45, p.z);
    const double withBreast = smoothUnion(trunk.distance(p.x, p.y), belowCollarBones, 25);
    // The furrow over the spine.
    const double furrow = 5 * std::exp(-p.x * p.x / 300) * ramp(40, 90, p.y);
    return withBreast + furrow;
}

Superellipse cageOutline(double z)
{
    return {.x = 0,
            .y = profile(kCageMiddle, z),
            .a = profile(kCageWidth, z),
            .b = profile(kCageDepth, z),
            .exponent = 2.25};
}

double cageDistance(const Point &p)
{
    return cageOutline(p.z).distance(p.x, p.y);
}

double heartDistance(const Point &p)
{
    const Ellipse ventricles{.x = 24, .y = -30, .a = 63, .b = 42, .angle = 0.52};
    const Ellipse atria{.x = -10, .y = 2, .a = 43, .b = 32, .angle = -0.15};
    return smoothUnion(ballDistance(p, ventricles, 202, 50), ballDistance(p, atria, 182, 36), 22);
}

double abdomenDistance(const Point &p)
{
    const double right = domeDistance(p, -62, -6, 76, 84, 200, 130);
    const double left = domeDistance(p, 66, 0, 70, 82, 216, 130);
    const double middle = domeDistance(p, 0, -28, 66, 64, 226, 60);
    return smoothUnion(smoothUnion(right, left, 14), middle, 16);
}

Ellipse vertebralBody()
{
    return {.x = 0, .y = 62, .a = 17.5, .b = 14};
}

double lungDistance(const Point &p)
{
    const double wall = cageDistance(p) + 1.5;
    const double middle = smoothUnion(vesselsDistance(p), envelopeDistance(p), 10);
    const double soft = smoothUnion(smoothUnion(middle, heartDistance(p) - 3.5, 10),
                                    smoothUnion(spineDistance(p), anteriorDistance(p), 8), 12);
    return std::max({wall, -soft, -abdomenDistance(p) + 2});
}

} // namespace simiao::dicom::phantom
