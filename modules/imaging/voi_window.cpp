#include "imaging/voi_window.h"

#include <cmath>

namespace simiao::imaging {

namespace {

/// Beyond 32 bits of anything, Bq/ml included.
constexpr double kLargest = 1e10;

double linear(double center, double width, double value)
{
    const double half = (width - 1) / 2;
    if (value <= center - 0.5 - half)
        return 0;
    if (value > center - 0.5 + half)
        return 1;
    return (value - (center - 0.5)) / (width - 1) + 0.5;
}

double linearExact(double center, double width, double value)
{
    if (value <= center - width / 2)
        return 0;
    if (value > center + width / 2)
        return 1;
    return (value - center) / width + 0.5;
}

double sigmoid(double center, double width, double value)
{
    return 1 / (1 + std::exp(-4 * (value - center) / width));
}

} // namespace

bool VoiWindow::isUsable() const
{
    const double smallestWidth = function == VoiFunction::Linear ? 1.0 : 0.0;
    // Comparisons with NaN are false.
    return std::abs(center) <= kLargest && width <= kLargest && width > 0 && width >= smallestWidth;
}

double VoiWindow::fraction(double value) const
{
    switch (function) {
    case VoiFunction::Linear: return linear(center, width, value);
    case VoiFunction::LinearExact: return linearExact(center, width, value);
    case VoiFunction::Sigmoid: return sigmoid(center, width, value);
    }
    return 0;
}

VoiWindow windowOver(double lowest, double highest)
{
    const double width = highest > lowest ? highest - lowest : 1;
    return {.center = lowest + width / 2, .width = width, .function = VoiFunction::LinearExact};
}

} // namespace simiao::imaging
