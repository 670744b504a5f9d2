#include "integration/dicom/phantom/soft_tissue.h"

#include "integration/dicom/phantom/thorax.h"

#include <algorithm>
#include <cmath>

namespace simiao::dicom::phantom {

namespace {

constexpr double kFat = -102;
constexpr double kInnerFat = -92;
constexpr double kMuscle = 52;
constexpr double kSkin = 15;

/// Fat between skin and muscle is thin at the back and thicker at the front and the flanks.
double fatThickness(const Point &p)
{
    return 7 + 5 * ramp(30, -60, p.y) + 4 * ramp(120, 260, p.z);
}

/// Muscle lies on the ribs and thickens over the shoulder blades, along the spine and under the collar bones.
double muscleThickness(const Point &p)
{
    const double side = std::abs(p.x);
    const double spinal = 24 * ramp(70, 25, side) * ramp(20, 70, p.y);
    const double shoulder = 34 * ramp(190, 40, p.z) * ramp(60, 100, side) * ramp(-40, 40, p.y);
    const double pectoral = 26 * ramp(170, 60, p.z) * ramp(18, 45, side) * ramp(20, -35, p.y);
    const double deltoid = 48 * ramp(75, 15, p.z) * ramp(60, 105, side);
    return 13 + spinal + std::max(shoulder, deltoid) + pectoral;
}

/// Thin layers of fat part the muscles of the wall.
double fatPlanes(const Point &p, double depth)
{
    const double wave = 1.5 * std::sin(p.x / 17) + 1.2 * std::sin(p.y / 13);
    const double inner =
        std::exp(-std::pow((depth - 12 - wave) / 1.1, 2)) * (0.5 + 0.5 * std::sin(p.y / 9 + p.z / 15));
    const double outer = std::exp(-std::pow((depth - 24 - 4 * wave) / 1.4, 2)) * ramp(-10, 30, p.y);
    const double pectoral = std::exp(-std::pow((depth - 19 - wave) / 1.1, 2)) * ramp(-20, -45, p.y);
    return std::max({inner, outer, pectoral});
}

double trunkValue(const Point &p, double hu)
{
    const double body = bodyDistance(p);
    if (body > 2)
        return hu;
    const double depth = cageDistance(p);
    hu = mix(hu, kSkin, coverage(body));
    hu = mix(hu, kFat, coverage(body + 1.8));

    const double muscle = std::max(depth - muscleThickness(p), body + fatThickness(p));
    hu = mix(hu, kMuscle, coverage(muscle, 1.4));
    hu = mix(hu, kFat + 20, 0.75 * fatPlanes(p, depth) * coverage(muscle + 3, 2));
    return mix(hu, kInnerFat, coverage(depth + 2.5, 1.2));
}

void paintHeart(Canvas &canvas)
{
    canvas.paintWithin({.x = 10, .y = -20, .a = 100, .b = 80}, [](const Point &p, double hu) {
        const double heart = heartDistance(p);
        hu = mix(hu, 25, coverage(std::abs(heart - 2.6) - 0.5)); // the sac, a hairline in fat
        hu = mix(hu, 46, coverage(heart, 1.3));
        // Fat in the groove between atria and ventricles, where the coronary arteries run.
        const Point groove{p.x, p.y, 0};
        const double right = nearestOnLine(groove, {-34, -34, 0}, {-20, -22, 0}).distance - 4.5;
        const double left = nearestOnLine(groove, {30, 2, 0}, {50, 4, 0}).distance - 3.5;
        const double within = coverage(heart + 1, 1.5);
        return mix(hu, -70, within * coverage(std::min(right, left), 2.5) * ramp(215, 190, p.z));
    });
}

double liverDistance(const Point &p, double abdomen)
{
    // Everything on the right, and a tongue across the middle in front.
    const double edge = p.x - mix(2, 42, ramp(30, -50, p.y)) + 14 * ramp(10, 60, p.y);
    return std::max(abdomen + 3, edge);
}

double spleenDistance(const Point &p, double abdomen)
{
    return std::max(abdomen + 3.5,
                    Ellipse{.x = 98, .y = 46, .a = 30, .b = 46, .angle = 0.35}.distance(p.x, p.y));
}

double stomachDistance(const Point &p, double abdomen)
{
    return std::max(abdomen + 5,
                    Ellipse{.x = 58, .y = -12, .a = 44, .b = 40, .angle = -0.3}.distance(p.x, p.y));
}

double stomachContent(const Point &p)
{
    // Air rises to the front of someone who lies on the back.
    return mix(-985, 22, coverage(-20 - p.y, 1.0));
}

double organValue(const Point &p, double hu)
{
    const double abdomen = abdomenDistance(p);
    if (abdomen > 3 || cageDistance(p) > 2)
        return hu;
    hu = mix(hu, 45, coverage(abdomen, 1.2));
    hu = mix(hu, -98, coverage(abdomen + 3, 1.2));
    hu = mix(hu, 50, coverage(spleenDistance(p, abdomen), 1.2));
    const double stomach = stomachDistance(p, abdomen);
    hu = mix(hu, 42, coverage(stomach, 1.1));
    hu = mix(hu, stomachContent(p), coverage(stomach + 4, 1.1));
    return mix(hu, 60, coverage(liverDistance(p, abdomen), 1.2));
}

} // namespace

void paintTable(Canvas &canvas)
{
    canvas.paint([](const Point &p, double hu) {
        const double top = 112 - p.x * p.x / 1600;
        const double bottom = 142 - p.x * p.x / 1200;
        hu = mix(hu, -940, coverage(std::max(top - p.y, p.y - bottom)));
        const double shells = std::min(std::abs(p.y - top), std::abs(p.y - bottom)) - 1.1;
        return mix(hu, -160, coverage(shells));
    });
}

void paintTrunk(Canvas &canvas)
{
    canvas.paint(trunkValue);
}

void paintOrgans(Canvas &canvas)
{
    paintHeart(canvas);
    if (canvas.z() > 195)
        canvas.paint(organValue);
}

} // namespace simiao::dicom::phantom
