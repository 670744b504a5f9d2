#include "integration/dicom/phantom/chest_phantom.h"

#include "integration/dicom/phantom/canvas.h"
#include "integration/dicom/phantom/great_vessels.h"
#include "integration/dicom/phantom/skeleton.h"
#include "integration/dicom/phantom/soft_tissue.h"
#include "integration/dicom/phantom/thorax.h"

#include <algorithm>
#include <cmath>

namespace simiao::dicom::phantom {

namespace {

constexpr double kVessel = 42;

double lungTissue(const Point &p, const ValueNoise &clouds)
{
    // Blood settles at the back of someone who lies on it.
    return -858 + 0.32 * p.y + 16 * clouds.at(p, 24) + 22 * clouds.at(p, 4.5);
}

/// The oblique fissure of each side as the hairline it is.
double fissure(const Point &p)
{
    const double middle = 62 - 0.52 * (p.z - 60) + 0.10 * std::abs(p.x - 70);
    const double bent = middle - 12 * std::pow((std::abs(p.x) - 75) / 60, 2);
    return std::exp(-std::pow((p.y - bent) / 1.1, 2)) * ramp(60, 80, p.z) * ramp(215, 200, p.z);
}

void paintLungs(Canvas &canvas, const ValueNoise &clouds)
{
    canvas.paintWithin({.x = 0, .y = 0, .a = 140, .b = 105}, [&](const Point &p, double hu) {
        const double lung = lungDistance(p);
        if (lung > 2)
            return hu;
        const double air = lungTissue(p, clouds) + 95 * fissure(p);
        return mix(hu, air, coverage(lung, 1.0));
    });
}

/// Distance to the middle of the pneumonia, its outline frayed; 1 is about the border of the dense part.
double consolidationReach(const Point &p, const ValueNoise &clouds)
{
    const double k = std::sqrt(std::pow((p.x + 84) / 27, 2) + std::pow((p.y - 54) / 24, 2)
                               + std::pow((p.z - 192) / 34, 2));
    return k + 0.42 * clouds.cloud(p, 17);
}

void paintConsolidation(Canvas &canvas, const ValueNoise &clouds)
{
    canvas.paintWithin({.x = -84, .y = 54, .a = 60, .b = 55}, [&](const Point &p, double hu) {
        const double inside = coverage(lungDistance(p) + 0.5, 1.0);
        if (inside <= 0)
            return hu;
        const double reach = consolidationReach(p, clouds);
        const double haze = ramp(1.75, 0.95, reach);
        const double dense = ramp(1.02, 0.82, reach);
        hu = mix(hu, -560 + 60 * clouds.at(p, 6), inside * haze * 0.85);
        return mix(hu, 28 + 14 * clouds.at(p, 5), inside * dense);
    });
}

Ellipse boxAround(const Branch &branch, double margin)
{
    return {.x = (branch.from.x + branch.to.x) / 2,
            .y = (branch.from.y + branch.to.y) / 2,
            .a = std::abs(branch.from.x - branch.to.x) / 2 + margin,
            .b = std::abs(branch.from.y - branch.to.y) / 2 + margin};
}

bool crosses(const Branch &branch, double z, double margin)
{
    return z > std::min(branch.from.z, branch.to.z) - margin
        && z < std::max(branch.from.z, branch.to.z) + margin;
}

void paintVessel(Canvas &canvas, const Branch &branch)
{
    const double margin = branch.radius + 1.5;
    if (!crosses(branch, canvas.z(), margin))
        return;
    canvas.paintWithin(boxAround(branch, margin), [&](const Point &p, double hu) {
        const double distance = nearestOnLine(p, branch.from, branch.to).distance - branch.radius;
        const double share = coverage(distance, 0.9);
        return share > 0 && hu < kVessel ? mix(hu, kVessel, share * coverage(lungDistance(p) - 1, 1.5)) : hu;
    });
}

/// The bronchus that runs beside an artery: a ring with air in it.
void paintBronchus(Canvas &canvas, const Branch &artery)
{
    const double radius = artery.radius * 0.9;
    const Point aside{artery.radius * 1.2, artery.radius * 1.1, 0};
    const Branch bronchus{.from = artery.from + aside, .to = artery.to + aside, .radius = radius};
    if (!crosses(bronchus, canvas.z(), radius + 1.5))
        return;
    canvas.paintWithin(boxAround(bronchus, radius + 1.5), [&](const Point &p, double hu) {
        const double distance = nearestOnLine(p, bronchus.from, bronchus.to).distance - radius;
        const double inside = coverage(lungDistance(p) + 1, 1.0);
        hu = mix(hu, std::max(hu, -350.0), inside * coverage(distance, 0.7));
        return mix(hu, -960, inside * coverage(distance + 0.9, 0.6));
    });
}

/// Small bronchi are seen only where the lung around them is solid: the air bronchogram.
bool showsBronchus(const Branch &artery, const ValueNoise &clouds)
{
    return artery.radius > 1.9 || (artery.radius > 0.9 && consolidationReach(artery.to, clouds) < 0.95);
}

std::vector<Branch> vesselsOfBothLungs(std::uint32_t seed)
{
    const auto lung = [](double side) {
        return [side](const Point &p) { return p.x * side > 0 && lungDistance(p) < -3; };
    };
    std::vector<Branch> all;
    const auto grow = [&](Point root, int tips, double side, std::uint32_t variant) {
        const auto tree = growLungTree(root, tips, lung(side), seed * 8 + variant);
        all.insert(all.end(), tree.begin(), tree.end());
    };
    grow({-48, 10, 138}, 620, -1, 1); // arteries, right and left
    grow({52, 16, 126}, 560, 1, 2);
    grow({-46, 4, 154}, 380, -1, 3); // veins
    grow({46, 6, 148}, 340, 1, 4);
    return all;
}

} // namespace

ChestPhantom::ChestPhantom(std::uint32_t seed)
    : m_seed(seed)
    , m_clouds(seed)
    , m_vessels(vesselsOfBothLungs(seed))
{
}

std::vector<std::int16_t> ChestPhantom::slice(double z) const
{
    Canvas canvas(kEdge, kPixelMm, z);
    paintTable(canvas);
    paintTrunk(canvas);
    paintLungs(canvas, m_clouds);
    paintOrgans(canvas);
    paintGreatVessels(canvas);
    paintConsolidation(canvas, m_clouds);
    for (const auto &branch : m_vessels)
        paintVessel(canvas, branch);
    for (const auto &branch : m_vessels) {
        if (showsBronchus(branch, m_clouds))
            paintBronchus(canvas, branch);
    }
    paintAirways(canvas);
    paintSkeleton(canvas);
    canvas.blur(0.55);
    canvas.addNoise(11, m_seed + static_cast<std::uint32_t>(z * 100));
    return canvas.hounsfield();
}

} // namespace simiao::dicom::phantom
