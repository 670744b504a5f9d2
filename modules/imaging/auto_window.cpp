#include "imaging/auto_window.h"

#include "imaging/samples.h"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace simiao::imaging {

namespace {

constexpr double kDarkest = 0.01;
constexpr double kBrightest = 0.995;
/// More are not needed for a percentile, and a mammogram has 14 million.
constexpr std::size_t kSampled = 250'000;

std::vector<double> measuredValues(const Frame &frame)
{
    const auto &padding = frame.facts().padding;
    std::vector<double> values;
    visitSamples(frame, [&](auto samples) {
        const std::size_t step = samples.size() / kSampled | 1; // odd, so as not to stay in one column
        for (std::size_t i = 0; i < samples.size(); i += step) {
            const auto stored = static_cast<double>(samples[i]);
            if (!std::isfinite(stored) || (padding && padding->contains(stored)))
                continue;
            if (const double value = frame.facts().modality.apply(stored); !std::isnan(value))
                values.push_back(value);
        }
    });
    return values;
}

double percentile(std::vector<double> &values, double part)
{
    const auto rank = static_cast<std::ptrdiff_t>(std::lround(part * static_cast<double>(values.size() - 1)));
    std::ranges::nth_element(values, values.begin() + rank);
    return values[static_cast<std::size_t>(rank)];
}

} // namespace

ValueRange valuesBetween(const Frame &frame, double from, double to)
{
    auto values = measuredValues(frame);
    if (values.empty())
        return {0, 1};
    const double lowest = percentile(values, from);
    const double highest = percentile(values, to);
    if (highest > lowest)
        return {lowest, highest};
    // Nearly all of it is one value: what little differs is the picture.
    const auto [darkest, brightest] = std::ranges::minmax(values);
    return {darkest, brightest};
}

VoiWindow autoWindow(const Frame &frame)
{
    // Where it is known what can occur, a picture that is all one value is as bright as that value.
    const auto &scale = frame.facts().fullScale;
    const auto values = scale ? *scale : valuesBetween(frame, kDarkest, kBrightest);
    return windowOver(values.lowest, values.highest);
}

} // namespace simiao::imaging
