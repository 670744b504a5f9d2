#include "imaging/volume/slice_stack.h"

#include "core/try.h"
#include "imaging/frame.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <numeric>

namespace simiao::imaging {

using namespace Qt::StringLiterals;

namespace {

/// Cosines that differ by less are the same direction: 0.06 degrees, 0.2 mm at the edge of a 400 mm field.
constexpr double kSameCosine = 0.001;
constexpr double kSameSpacing = 1e-4; // of the spacing
/// Positions are written with one decimal by some devices.
constexpr double kRoundingMm = 0.06;
constexpr double kMostRounding = 0.1; // of a step
constexpr double kEven = 0.01;        // of a step
/// Two steps in place of one: a slice is missing.
constexpr double kGap = 1.6;
constexpr double kDuplicate = 0.01; // of a step
constexpr double kTiltFrom = 0.5;   // degrees
/// Of the thickness. MR leaves up to half a slice between two; a CT of which every second slice is missing has two.
constexpr double kApart = 1.6;

Error refused(const char *code, const QString &detail = {})
{
    return {.kind = ErrorKind::Invalid, .code = QLatin1String(code), .detail = detail};
}

bool isSame(const Vector3 &a, const Vector3 &b, double tolerance)
{
    const auto apart = a - b;
    return std::ranges::all_of(apart, [&](double part) { return std::abs(part) <= tolerance; });
}

bool isSameShape(const SlicePlace &a, const SlicePlace &b)
{
    const auto isNear = [](double x, double y) { return std::abs(x - y) <= kSameSpacing * x; };
    return a.columns == b.columns && a.rows == b.rows && isNear(a.spacing.columnMm, b.spacing.columnMm)
        && isNear(a.spacing.rowMm, b.spacing.rowMm);
}

bool isSameDirection(const SlicePlace &a, const SlicePlace &b)
{
    return isSame(a.orientation->alongRow, b.orientation->alongRow, kSameCosine)
        && isSame(a.orientation->alongColumn, b.orientation->alongColumn, kSameCosine);
}

/// Lengths in the patient: a spacing at the detector is no place.
bool hasPlace(const SlicePlace &slice)
{
    const bool isInPatient =
        slice.spacing.basis == SpacingBasis::PixelSpacing || slice.spacing.basis == SpacingBasis::Calibrated;
    return slice.orientation && slice.position && isInPatient;
}

Result<void> checkAlike(const std::vector<SlicePlace> &slices)
{
    if (slices.size() < 2)
        return refused("imaging.volume-too-few", u"%1 slices"_s.arg(slices.size()));
    for (std::size_t i = 0; i < slices.size(); ++i) {
        const auto which = u"slice %1 of %2"_s.arg(i + 1).arg(slices.size());
        if (!hasPlace(slices[i]))
            return refused("imaging.volume-no-place", which);
        if (!isSameShape(slices.front(), slices[i]))
            return refused("imaging.volume-shapes", which);
        if (!isSameDirection(slices.front(), slices[i]))
            return refused("imaging.volume-directions", which);
    }
    if (slices.front().columns < 2 || slices.front().rows < 2)
        return refused("imaging.volume-too-few",
                       u"%1 x %2 pixels"_s.arg(slices.front().columns).arg(slices.front().rows));
    return ok();
}

/// Places along the normal, in order.
struct Row
{
    std::vector<int> order;
    std::vector<double> depths; ///< mm, ascending
    double extent() const { return depths.back() - depths.front(); }
    double meanStep() const { return extent() / double(depths.size() - 1); }
};

Row rowOf(const std::vector<SlicePlace> &slices)
{
    const auto normal = slices.front().orientation->normal();
    const auto depth = [&](int index) { return dot(normal, *slices[std::size_t(index)].position); };
    Row row;
    row.order.resize(slices.size());
    std::iota(row.order.begin(), row.order.end(), 0);
    std::ranges::sort(row.order, {}, [&](int index) { return std::pair(depth(index), index); });
    std::ranges::transform(row.order, std::back_inserter(row.depths), depth);
    return row;
}

double medianStep(const Row &row)
{
    std::vector<double> steps;
    for (std::size_t i = 1; i < row.depths.size(); ++i)
        steps.push_back(row.depths[i] - row.depths[i - 1]);
    const auto middle = steps.begin() + std::ptrdiff_t(steps.size() / 2);
    std::ranges::nth_element(steps, middle);
    return *middle;
}

Result<void> checkSteps(const Row &row)
{
    const double usual = medianStep(row);
    for (std::size_t i = 1; i < row.depths.size(); ++i) {
        const double step = row.depths[i] - row.depths[i - 1];
        const auto where = u"%1 mm at %2 mm, usually %3 mm"_s.arg(step).arg(row.depths[i - 1]).arg(usual);
        if (step <= kDuplicate * usual || step <= 0)
            return refused("imaging.volume-duplicates", where);
        if (step > kGap * usual)
            return refused("imaging.volume-gap", where);
    }
    return ok();
}

/// Way from slice to slice for one mm along the normal.
Vector3 slant(const std::vector<SlicePlace> &slices, const Row &row)
{
    const auto &first = *slices[std::size_t(row.order.front())].position;
    const auto &last = *slices[std::size_t(row.order.back())].position;
    return (last - first) * (1 / row.extent());
}

Result<void> checkStraight(const std::vector<SlicePlace> &slices, const Row &row, const Vector3 &along)
{
    const auto &spacing = slices.front().spacing;
    const double most = std::max(kMostRounding * std::min(spacing.columnMm, spacing.rowMm), 2 * kRoundingMm);
    const auto &first = *slices[std::size_t(row.order.front())].position;
    for (std::size_t i = 0; i < row.order.size(); ++i) {
        const auto expected = first + along * (row.depths[i] - row.depths.front());
        const double off = length(*slices[std::size_t(row.order[i])].position - expected);
        if (off > most)
            return refused("imaging.volume-crooked",
                           u"%1 mm beside the row at %2 mm"_s.arg(off).arg(row.depths[i]));
    }
    return ok();
}

bool isEven(const Row &row)
{
    const double step = row.meanStep();
    const double most = std::max(kEven * step, std::min(kMostRounding * step, kRoundingMm));
    for (std::size_t i = 0; i < row.depths.size(); ++i) {
        if (std::abs(row.depths[i] - row.depths.front() - double(i) * step) > most)
            return false;
    }
    return true;
}

std::vector<SliceMix> evenMixes(const Row &row)
{
    std::vector<SliceMix> mixes;
    for (int i = 0; i < int(row.depths.size()); ++i)
        mixes.push_back({i, i, 0});
    return mixes;
}

/// As many slices as there were, evenly spread; each between the two that lie around it.
std::vector<SliceMix> spreadMixes(const Row &row)
{
    std::vector<SliceMix> mixes;
    const int last = int(row.depths.size()) - 1;
    int below = 0;
    for (int i = 0; i <= last; ++i) {
        const double depth = row.depths.front() + i * row.meanStep();
        while (below < last - 1 && row.depths[std::size_t(below) + 1] <= depth)
            ++below;
        const double from = row.depths[std::size_t(below)];
        const double share = (depth - from) / (row.depths[std::size_t(below) + 1] - from);
        mixes.push_back({below, below + 1, std::clamp(share, 0.0, 1.0)});
    }
    return mixes;
}

double degreesFrom(const Vector3 &normal, const Vector3 &along)
{
    return std::atan2(length(cross(normal, along)), dot(normal, along)) * 180 / std::numbers::pi;
}

/// Of all that say it, the thickest: nothing is claimed of the others.
double thickest(const std::vector<SlicePlace> &slices)
{
    double most = 0;
    for (const auto &slice : slices)
        most = std::max(most, slice.thicknessMm.value_or(0));
    return most;
}

void warnOfGaps(StackPlan &plan, const Row &row, double thicknessMm)
{
    const double step = medianStep(row);
    if (thicknessMm > 0 && step > kApart * thicknessMm)
        plan.warnings.push_back(
            {u"imaging.volume-apart"_s, u"%1 mm / %2 mm"_s.arg(thicknessMm, 0, 'g', 3).arg(step, 0, 'g', 3)});
}

void warn(StackPlan &plan, const Row &row)
{
    if (plan.isUneven()) {
        double shortest = row.extent();
        double longest = 0;
        for (std::size_t i = 1; i < row.depths.size(); ++i) {
            shortest = std::min(shortest, row.depths[i] - row.depths[i - 1]);
            longest = std::max(longest, row.depths[i] - row.depths[i - 1]);
        }
        plan.warnings.push_back(
            {u"imaging.volume-uneven"_s, u"%1 to %2 mm"_s.arg(shortest, 0, 'f', 2).arg(longest, 0, 'f', 2)});
    }
    if (plan.tiltDegrees >= kTiltFrom)
        plan.warnings.push_back({u"imaging.volume-tilted"_s, u"%1"_s.arg(plan.tiltDegrees, 0, 'f', 1)});
}

} // namespace

SlicePlace placeOf(const FrameFacts &facts)
{
    return {.columns = facts.geometry.columns(),
            .rows = facts.geometry.rows(),
            .orientation = facts.orientation,
            .position = facts.position,
            .spacing = facts.spacing,
            .thicknessMm = facts.sliceThicknessMm};
}

bool StackPlan::isUneven() const
{
    return std::ranges::any_of(mixes, [](const SliceMix &mix) { return mix.secondShare != 0; });
}

Result<StackPlan> planStack(const std::vector<SlicePlace> &slices)
{
    TRY_VOID(checkAlike(slices));
    const auto row = rowOf(slices);
    TRY_VOID(checkSteps(row));
    const auto along = slant(slices, row);
    TRY_VOID(checkStraight(slices, row, along));

    const auto &first = slices[std::size_t(row.order.front())];
    StackPlan plan;
    plan.order = row.order;
    plan.mixes = isEven(row) ? evenMixes(row) : spreadMixes(row);
    plan.tiltDegrees = degreesFrom(first.orientation->normal(), along);
    plan.geometry = {.columns = first.columns,
                     .rows = first.rows,
                     .slices = int(slices.size()),
                     .origin = *first.position,
                     .columnStep = first.orientation->alongRow * first.spacing.columnMm,
                     .rowStep = first.orientation->alongColumn * first.spacing.rowMm,
                     .sliceStep = along * row.meanStep()};
    warn(plan, row);
    warnOfGaps(plan, row, thickest(slices));
    return plan;
}

} // namespace simiao::imaging
