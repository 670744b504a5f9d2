#include "imaging/models/window_drag.h"

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

namespace {

/// Values a pixel of movement stands for.
double stepOf(const imaging::VoiWindow &window, double range)
{
    constexpr double kPixelsAcrossWindow = 250;
    constexpr double kSlowest = 8000;
    return std::max(window.width / kPixelsAcrossWindow, range / kSlowest);
}

} // namespace

imaging::ValueRange measuredValues(const imaging::Frame &frame)
{
    const auto &modality = frame.facts().modality;
    const double a = modality.apply(frame.measuredRange().lowest);
    const double b = modality.apply(frame.measuredRange().highest);
    if (std::isfinite(a) && std::isfinite(b))
        return {std::min(a, b), std::max(a, b)};
    // A table leaves values out, such as these two.
    const auto &window = frame.automaticWindow();
    return {window.center - window.width / 2, window.center + window.width / 2};
}

imaging::VoiWindow draggedWindow(const imaging::VoiWindow &start,
                                 QPoint by,
                                 const imaging::ValueRange &values)
{
    constexpr double kWholeNumbersFrom = 100;
    const double range = values.highest - values.lowest;
    const double step = stepOf(start, range);
    const bool isWhole = range >= kWholeNumbersFrom;
    const auto rounded = [isWhole](double value) { return isWhole ? std::round(value) : value; };

    // LINEAR windows are 1 wide at least (PS3.3 C.11.2.1.2.1).
    const double least = start.function == imaging::VoiFunction::Linear || isWhole ? 1 : step;
    auto dragged = start;
    dragged.explanation.clear();
    dragged.center = rounded(start.center + by.y() * step);
    dragged.width = std::max(least, rounded(start.width + by.x() * step));
    return dragged;
}

} // namespace simiao::viewer
