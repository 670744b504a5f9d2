#include "ui/theme/colours.h"

#include <algorithm>
#include <cmath>

namespace simiao::ui {

namespace {

int blended(int top, int bottom, int percent)
{
    return (top * percent + bottom * (100 - percent) + 50) / 100;
}

double linear(int channel)
{
    const double value = channel / 255.0;
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &colour)
{
    return 0.2126 * linear(colour.red()) + 0.7152 * linear(colour.green()) + 0.0722 * linear(colour.blue());
}

} // namespace

QColor mixed(const QColor &colour, const QColor &over, int percent)
{
    return QColor(blended(colour.red(), over.red(), percent), blended(colour.green(), over.green(), percent),
                  blended(colour.blue(), over.blue(), percent));
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace simiao::ui
