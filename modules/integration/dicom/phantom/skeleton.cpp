#include "integration/dicom/phantom/skeleton.h"

#include "integration/dicom/phantom/thorax.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <vector>

namespace simiao::dicom::phantom {

namespace {

constexpr double kCortex = 780;
constexpr double kMarrow = 190;
constexpr double kCartilage = 95;
constexpr double kVertebraPeriod = 23; ///< mm from one vertebra to the next

/// A hard shell of `shell` mm around marrow.
double bone(double hu, double distance, double shell, double marrow = kMarrow, double cortex = kCortex)
{
    const double withShell = mix(hu, cortex, coverage(distance));
    return mix(withShell, marrow, coverage(distance + shell));
}

struct Rib
{
    double spineZ; ///< where it leaves the spine
    double drop;   ///< how far it sinks on the way to the front
    double end;    ///< share of the way where bone turns to cartilage
};

std::vector<Rib> ribs()
{
    std::vector<Rib> result;
    for (int i = 0; i < 12; ++i) {
        const double fall = i < 2 ? 32 + 12 * i : 60 + 5 * std::min(i, 7);
        const double end = i < 7 ? 0.80 - 0.012 * i : 0.74 - 0.07 * (i - 6);
        result.push_back({.spineZ = 4 + kVertebraPeriod * i, .drop = fall, .end = end});
    }
    return result;
}

/// Rounded cross-section, measured along the wall (height) and through it (thickness).
double ribDistance(double through, double height)
{
    constexpr double kHalfThickness = 3.6;
    constexpr double kHalfHeight = 6.4;
    const double k = std::hypot(through / kHalfThickness, height / kHalfHeight);
    return (k - 1) * kHalfThickness;
}

/// 0 at the spine, 1 at the breastbone.
double wayAround(const Point &p)
{
    return std::abs(std::atan2(std::abs(p.x), p.y - cageOutline(p.z).y)) / std::numbers::pi;
}

double paintRib(const Rib &rib, const Point &p, double through, double way, double hu)
{
    const double asymmetry = p.x < 0 ? 4 : 0;
    const double z = rib.spineZ + asymmetry + rib.drop * std::pow(way, 1.15);
    const double distance = ribDistance(through, (p.z - z) * 0.93);
    if (distance > 2 || way > rib.end + 0.14)
        return hu;
    const double boneShare = ramp(rib.end + 0.01, rib.end - 0.01, way);
    const double cartilage = mix(hu, kCartilage, coverage(distance + 0.5));
    return mix(cartilage, bone(hu, distance, 1.5), boneShare);
}

void paintRibs(Canvas &canvas)
{
    static const auto all = ribs();
    canvas.paint([&](const Point &p, double hu) {
        const double through = cageDistance(p) - 4;
        if (std::abs(through) > 6)
            return hu;
        const double way = wayAround(p);
        for (const auto &rib : all)
            hu = paintRib(rib, p, through, way, hu);
        return hu;
    });
}

/// How far the slice is from the disc between two vertebrae: 0 in the disc, 1 in the bone.
double vertebraShare(double z)
{
    const double place = std::abs(std::remainder(z, kVertebraPeriod)); // 0 in the middle of a body
    return ramp(10.6, 8.2, place);
}

double lineDistance(const Point &p, double x1, double y1, double x2, double y2)
{
    return nearestOnLine({p.x, p.y, 0}, {x1, y1, 0}, {x2, y2, 0}).distance;
}

/// Pedicles, laminae, transverse and spinous processes: what rings the canal.
double archDistance(const Point &p, double share)
{
    const double side = std::abs(p.x);
    const Point half{side, p.y, 0};
    const double pedicle = lineDistance(half, 11, 72, 12, 80) - 3.6 * share;
    const double lamina = lineDistance(half, 12, 82, 1, 94) - 3.2;
    const double transverse = lineDistance(half, 12, 80, 29, 86) - 4 * share;
    const double spinous = lineDistance(half, 0, 94, 0, 101) - 3;
    return std::min({pedicle, lamina, transverse, spinous});
}

void paintVertebra(Canvas &canvas)
{
    const double share = vertebraShare(canvas.z());
    const auto body = vertebralBody();
    canvas.paintWithin({.x = 0, .y = 80, .a = 40, .b = 40}, [&](const Point &p, double hu) {
        const double distance = body.distance(p.x, p.y);
        const double disc = mix(hu, 85, coverage(distance));
        const double vertebra = bone(hu, distance, 1.7, 185, 560);
        hu = mix(disc, vertebra, share);
        hu = bone(hu, archDistance(p, std::max(share, 0.05)), 1.6, 260);
        const double canal = Ellipse{.x = 0, .y = 83, .a = 9, .b = 8}.distance(p.x, p.y);
        hu = mix(hu, -15, coverage(canal));
        return mix(hu, 35, coverage(Ellipse{.x = 0, .y = 83, .a = 5.5, .b = 4.8}.distance(p.x, p.y)));
    });
}

void paintSternum(Canvas &canvas)
{
    const double z = canvas.z();
    const double presence = ramp(36, 42, z) * ramp(215, 205, z);
    if (presence <= 0)
        return;
    const auto cage = cageOutline(z);
    const double width = mix(28, 17, ramp(70, 92, z)) * mix(1, 0.4, ramp(185, 205, z));
    const Superellipse plate{.x = 0, .y = cage.y - cage.b - 7, .a = width, .b = 6.5, .exponent = 2.6};
    canvas.paintWithin({.x = 0, .y = plate.y, .a = 40, .b = 20}, [&](const Point &p, double hu) {
        const double distance = plate.distance(p.x, p.y);
        return mix(hu, bone(hu, distance, 1.3, 140, 520), presence);
    });
}

/// The blade lies on the back of the cage and reaches to the armpit; higher up its spine stands off.
double scapulaDistance(const Point &p)
{
    const Point half{std::abs(p.x), p.y, 0};
    const double shift = 10 * ramp(60, 150, p.z);
    const double blade = std::min(lineDistance(half, 80 + shift, 84, 106 + shift, 64),
                                  lineDistance(half, 106 + shift, 64, 132, 26 + shift));
    const double presence = ramp(165, 140, p.z);
    const double thickness = 2.2 + 3.2 * ramp(18, 0, std::abs(half.x - 130));
    const double ridge = p.z < 70 ? lineDistance(half, 108, 62, 142, 58) - 2.8 : 1e3;
    return std::min(blade - thickness * presence + 6 * (1 - presence), ridge + 5 * ramp(50, 70, p.z));
}

void paintScapulae(Canvas &canvas)
{
    if (canvas.z() > 165)
        return;
    canvas.paint([](const Point &p, double hu) { return bone(hu, scapulaDistance(p), 1.4, 230, 700); });
}

void paintShoulders(Canvas &canvas)
{
    const double rise = 1 - std::pow((canvas.z() + 6) / 26, 2);
    if (rise <= 0)
        return;
    const double radius = 21 * std::sqrt(rise);
    canvas.paint([&](const Point &p, double hu) {
        const Ellipse head{.x = 140, .y = 8, .a = radius, .b = radius};
        return bone(hu, head.distance(std::abs(p.x), p.y), 1.8, 250);
    });
}

void paintClavicles(Canvas &canvas)
{
    canvas.paint([](const Point &p, double hu) {
        const Point half{std::abs(p.x), p.y, p.z};
        const double inner = nearestOnLine(half, {20, -44, 42}, {70, -52, 18}).distance;
        const double outer = nearestOnLine(half, {70, -52, 18}, {128, -22, 2}).distance;
        return bone(hu, std::min(inner, outer) - 6, 1.7, 210);
    });
}

} // namespace

void paintSkeleton(Canvas &canvas)
{
    paintRibs(canvas);
    paintVertebra(canvas);
    paintSternum(canvas);
    paintScapulae(canvas);
    if (canvas.z() < 60) {
        paintShoulders(canvas);
        paintClavicles(canvas);
    }
}

} // namespace simiao::dicom::phantom
