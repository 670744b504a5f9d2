#include "integration/dicom/phantom/lung_tree.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <utility>

namespace simiao::dicom::phantom {

namespace {

constexpr double kTipRadius = 0.72; ///< mm
constexpr double kMurray = 2.7;     ///< radius^2.7 is kept at each fork
constexpr double kStep = 9;         ///< mm between the joints of a branch
constexpr double kWander = 1.6;     ///< mm by which a joint leaves the straight line
constexpr int kTries = 60;

struct Joint
{
    Point place;
    std::size_t parent;
    double pathLength; ///< mm from the root
    double tipsBelow = 0;
};

class Grower
{
public:
    Grower(Point root, std::uint32_t seed)
        : m_engine(seed)
    {
        m_joints.push_back({.place = root, .parent = 0, .pathLength = 0});
    }

    void growTo(const Point &tip)
    {
        auto last = bestStart(tip);
        const Point start = m_joints[last].place;
        const int steps = std::max(1, static_cast<int>(length(tip - start) / kStep));
        for (int i = 1; i <= steps; ++i)
            last = addJoint(start + (tip - start) * (static_cast<double>(i) / steps), last, i < steps);
        for (auto joint = last; joint != 0; joint = m_joints[joint].parent)
            m_joints[joint].tipsBelow += 1;
    }

    double uniform(double from, double to)
    {
        return from + (to - from) * static_cast<double>(m_engine()) / 4294967296.0;
    }

    std::vector<Branch> branches() const
    {
        std::vector<Branch> result;
        for (std::size_t i = 1; i < m_joints.size(); ++i)
            result.push_back({.from = m_joints[m_joints[i].parent].place,
                              .to = m_joints[i].place,
                              .radius = kTipRadius * std::pow(m_joints[i].tipsBelow, 1 / kMurray)});
        return result;
    }

private:
    /// Near to the tip, but not by a long way round.
    std::size_t bestStart(const Point &tip) const
    {
        std::size_t best = 0;
        double least = std::numeric_limits<double>::infinity();
        for (std::size_t i = 0; i < m_joints.size(); ++i) {
            const double cost = length(tip - m_joints[i].place) + 0.3 * m_joints[i].pathLength;
            if (cost < least) {
                least = cost;
                best = i;
            }
        }
        return best;
    }

    std::size_t addJoint(Point place, std::size_t parent, bool wanders)
    {
        if (wanders)
            place = place
                + Point{uniform(-kWander, kWander), uniform(-kWander, kWander), uniform(-kWander, kWander)};
        const double path = m_joints[parent].pathLength + length(place - m_joints[parent].place);
        m_joints.push_back({.place = place, .parent = parent, .pathLength = path});
        return m_joints.size() - 1;
    }

    std::mt19937 m_engine;
    std::vector<Joint> m_joints;
};

} // namespace

std::vector<Branch> growLungTree(Point root,
                                 int tips,
                                 const std::function<bool(const Point &)> &isLung,
                                 std::uint32_t seed)
{
    Grower grower(root, seed);
    std::vector<Point> targets;
    for (int i = 0; i < tips * kTries && std::cmp_less(targets.size(), tips); ++i) {
        const Point p{grower.uniform(-140, 140), grower.uniform(-100, 100), grower.uniform(10, 300)};
        if (isLung(p))
            targets.push_back(p);
    }
    std::ranges::sort(targets, {}, [&](const Point &p) { return length(p - root); });
    std::ranges::for_each(targets, [&](const Point &p) { grower.growTo(p); });
    return grower.branches();
}

} // namespace simiao::dicom::phantom
