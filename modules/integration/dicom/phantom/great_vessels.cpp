#include "integration/dicom/phantom/great_vessels.h"

#include <algorithm>
#include <limits>

namespace simiao::dicom::phantom {

namespace {

constexpr double kBlood = 44;
constexpr double kAirwayWall = 1.6; ///< mm
constexpr double kAirwayAir = -990;

const std::vector<Tube> &vesselTable()
{
    static const std::vector<Tube> table{
        // ascending aorta, arch and descending aorta
        {{{{-10, -14, 160}, 13},
          {{-15, -20, 135}, 15.5},
          {{-14, -22, 105}, 15},
          {{-6, -17, 84}, 13.5},
          {{11, 0, 74}, 12.5},
          {{23, 22, 77}, 12},
          {{25, 38, 92}, 12},
          {{25, 44, 125}, 12},
          {{20, 46, 200}, 11.5},
          {{8, 40, 320}, 10.5}},
         kBlood},
        // brachiocephalic trunk, left carotid, left subclavian
        {{{{-8, -10, 82}, 6.5}, {{-16, -4, 55}, 6}, {{-24, 4, 25}, 5}, {{-44, 6, 0}, 4.5}}, kBlood},
        {{{{4, 0, 76}, 4.5}, {{10, 2, 45}, 4}, {{16, 4, 0}, 3.6}}, kBlood},
        {{{{15, 15, 78}, 5.5}, {{24, 12, 45}, 5}, {{32, 8, 20}, 4.6}, {{60, -2, 2}, 4.5}}, kBlood},
        // superior vena cava and brachiocephalic veins
        {{{{-30, -6, 165}, 10},
          {{-31, -12, 120}, 9.5},
          {{-30, -14, 85}, 9},
          {{-33, -14, 55}, 8},
          {{-38, -10, 25}, 7.5},
          {{-46, -6, 0}, 6.5}},
         kBlood - 4},
        {{{{-28, -18, 84}, 7},
          {{-6, -30, 68}, 6.5},
          {{18, -30, 52}, 6.5},
          {{32, -18, 28}, 7},
          {{44, -8, 0}, 6}},
         kBlood - 4},
        // pulmonary trunk, right and left pulmonary artery
        {{{{10, -34, 158}, 13},
          {{15, -30, 138}, 14},
          {{20, -14, 120}, 12.5},
          {{34, 2, 113}, 11},
          {{50, 16, 116}, 9},
          {{58, 24, 135}, 7}},
         kBlood},
        {{{{20, -12, 124}, 11},
          {{0, -2, 126}, 11},
          {{-24, 4, 128}, 10.5},
          {{-44, 6, 132}, 9},
          {{-54, 14, 148}, 7}},
         kBlood},
        // pulmonary veins to the left atrium
        {{{{-16, 14, 156}, 7}, {{-44, 8, 150}, 5.5}, {{-60, -10, 142}, 4}}, kBlood},
        {{{{20, 16, 152}, 7}, {{44, 6, 142}, 5.5}, {{58, -14, 134}, 4}}, kBlood},
        {{{{-16, 18, 166}, 6.5}, {{-42, 28, 172}, 5}}, kBlood},
        {{{{20, 20, 164}, 6.5}, {{44, 30, 170}, 5}}, kBlood},
        // oesophagus, azygos, inferior vena cava
        {{{{5, 24, 0}, 6},
          {{6, 30, 60}, 6},
          {{5, 36, 120}, 6},
          {{8, 36, 190}, 6.5},
          {{14, 28, 240}, 7},
          {{24, 14, 262}, 8}},
         36},
        {{{{-29, -2, 98}, 4},
          {{-22, 24, 94}, 4.5},
          {{-9, 42, 104}, 4},
          {{-6, 48, 180}, 3.6},
          {{-4, 48, 320}, 3}},
         kBlood - 4},
        {{{{-22, 0, 196}, 12}, {{-22, 8, 225}, 12}, {{-18, 18, 320}, 11}}, kBlood - 4},
    };
    return table;
}

const std::vector<Tube> &airwayTable()
{
    static const std::vector<Tube> table{
        {{{{0, 6, -10}, 10}, {{-3, 11, 50}, 10}, {{-9, 17, 80}, 10}, {{-4, 20, 108}, 11}}, 30},
        {{{{-3, 19, 106}, 9.5},
          {{-20, 18, 122}, 9},
          {{-36, 20, 132}, 8},
          {{-44, 22, 150}, 6.5},
          {{-52, 26, 172}, 5},
          {{-60, 34, 196}, 4}},
         20},
        {{{{-30, 19, 128}, 6.5}, {{-50, 12, 116}, 5}, {{-62, 4, 98}, 3.6}}, 10},
        {{{{-1, 19, 106}, 9},
          {{20, 20, 128}, 8},
          {{38, 22, 142}, 7},
          {{46, 26, 162}, 5.6},
          {{56, 34, 190}, 4}},
         20},
        {{{{34, 21, 138}, 6}, {{50, 10, 130}, 4.6}, {{60, -4, 112}, 3.4}}, 10},
    };
    return table;
}

double pieceDistance(const Point &p, const Tube::Knot &from, const Tube::Knot &to)
{
    const auto nearest = nearestOnLine(p, from.place, to.place);
    return nearest.distance - mix(from.radius, to.radius, nearest.along);
}

bool passesNear(const Tube &tube, double z)
{
    constexpr double kWidest = 20;
    const auto [low, high] =
        std::ranges::minmax(tube.knots, {}, [](const auto &knot) { return knot.place.z; });
    return z > low.place.z - kWidest && z < high.place.z + kWidest;
}

/// Where tubes run at all, so that most pixels are left alone.
constexpr Ellipse kMediastinum{.x = 0, .y = 8, .a = 85, .b = 62};

} // namespace

double Tube::distance(const Point &p) const
{
    double least = std::numeric_limits<double>::infinity();
    for (std::size_t i = 1; i < knots.size(); ++i)
        least = std::min(least, pieceDistance(p, knots[i - 1], knots[i]));
    return least;
}

std::span<const Tube> greatVessels()
{
    return vesselTable();
}

std::span<const Tube> airways()
{
    return airwayTable();
}

void paintGreatVessels(Canvas &canvas)
{
    for (const auto &tube : greatVessels()) {
        if (!passesNear(tube, canvas.z()))
            continue;
        canvas.paintWithin(kMediastinum, [&](const Point &p, double hu) {
            return mix(hu, tube.hu, coverage(tube.distance(p)));
        });
    }
}

void paintAirways(Canvas &canvas)
{
    // All walls first: where bronchi part, the air must not be crossed by the wall of the next.
    for (const double inset : {0.0, kAirwayWall}) {
        for (const auto &tube : airways()) {
            if (!passesNear(tube, canvas.z()))
                continue;
            canvas.paintWithin(kMediastinum, [&](const Point &p, double hu) {
                return mix(hu, inset > 0 ? kAirwayAir : tube.hu, coverage(tube.distance(p) + inset, 0.7));
            });
        }
    }
}

} // namespace simiao::dicom::phantom
