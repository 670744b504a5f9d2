#include "imaging/measure/roi_statistics.h"

#include "imaging/samples.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

namespace {

struct Sums
{
    RoiStatistics found;
    double squares = 0; ///< of the distances from the mean

    void add(double value)
    {
        ++found.pixels;
        const double before = value - found.mean;
        found.mean += before / static_cast<double>(found.pixels);
        squares += before * (value - found.mean);
        found.lowest = found.pixels == 1 ? value : std::min(found.lowest, value);
        found.highest = found.pixels == 1 ? value : std::max(found.highest, value);
    }

    RoiStatistics result() const
    {
        auto statistics = found;
        if (found.pixels > 1)
            statistics.deviation = std::sqrt(squares / static_cast<double>(found.pixels - 1));
        return statistics;
    }
};

template <typename T>
void addRow(Sums &sums, std::span<const T> pixels, const FrameFacts &facts)
{
    for (const T pixel : pixels) {
        const auto stored = static_cast<double>(pixel);
        const bool isPadding = facts.padding && facts.padding->contains(stored);
        const double value = isPadding ? 0 : facts.modality.apply(stored);
        if (isPadding || !std::isfinite(value))
            ++sums.found.padding;
        else
            sums.add(value);
    }
}

} // namespace

RoiStatistics roiStatistics(const Frame &frame, const Measurement &region)
{
    if (!frame.isGrey())
        return {};
    const Outline outline(region);
    const auto &geometry = frame.geometry();
    const auto [top, bottom] = outline.rows();
    Sums sums;
    visitSamples(frame, [&]<typename T>(std::span<const T> samples) {
        for (int row = std::max(0, top); row <= std::min(bottom, geometry.rows() - 1); ++row) {
            const auto line =
                samples.subspan(static_cast<std::size_t>(std::int64_t{row} * geometry.columns()),
                                static_cast<std::size_t>(geometry.columns()));
            for (const auto &span : outline.spansAt(row)) {
                const int first = std::max(0, span.first);
                const int last = std::min(geometry.columns() - 1, span.last);
                if (first <= last)
                    addRow(sums, line.subspan(std::size_t(first), std::size_t(last - first + 1)),
                           frame.facts());
            }
        }
    });
    return sums.result();
}

ProbeValue probe(const Frame &frame, const ImagePoint &point)
{
    const auto &geometry = frame.geometry();
    const double column = std::floor(point.column + 0.5);
    const double row = std::floor(point.row + 0.5);
    const bool isInside = column >= 0 && column < geometry.columns() && row >= 0 && row < geometry.rows();
    if (!isInside)
        return {};
    ProbeValue found{static_cast<int>(column), static_cast<int>(row), std::nullopt, true};
    if (frame.isGrey())
        found.value = frame.measuredAt(found.column, found.row);
    if (found.value && !std::isfinite(*found.value))
        found.value.reset();
    return found;
}

std::optional<int> valueDecimals(const FrameFacts &facts)
{
    constexpr int kMost = 4;
    const auto type = facts.geometry.sampleType();
    const double step = std::abs(facts.modality.slope);
    if (type == SampleType::F32 || type == SampleType::F64 || facts.modality.table || !(step > 0))
        return {};
    const int decimals = static_cast<int>(std::ceil(-std::log10(step) - 1e-9));
    return decimals > kMost ? std::nullopt : std::optional(std::max(0, decimals));
}

} // namespace simiao::imaging
