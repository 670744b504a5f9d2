#include "imaging/models/fusion_picture.h"

#include "imaging/auto_window.h"

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using namespace imaging;

namespace {

constexpr double kHottestSuv = 10;
constexpr double kFullFrom = 0.2; // of the window

/// White over half of the grey below it is grey again: what is hottest hides more of that.
double opacityAt(double fraction, double opacity)
{
    const double hottest = 1 - (1 - opacity) * (1 - opacity);
    if (fraction < kFullFrom)
        return opacity * std::max(fraction, 0.0) / kFullFrom;
    return std::lerp(opacity, hottest, std::min((fraction - kFullFrom) / (1 - kFullFrom), 1.0));
}

} // namespace

FusionWindow fusionWindow(const Frame &frame)
{
    if (frame.facts().pet) {
        if (const auto perUnit = suvPerUnit(*frame.facts().pet))
            return {{0, kHottestSuv / *perUnit}, true, *perUnit};
    }
    const auto &window = frame.automaticWindow();
    const double highest = window.center + window.width / 2;
    return {{0, highest > 0 ? highest : 1}};
}

QImage fusionPicture(const Frame &frame, const FusionWindow &window, const ColourMap &map, double opacity)
{
    const auto &geometry = frame.geometry();
    QImage image(geometry.columns(), geometry.rows(), QImage::Format_ARGB32_Premultiplied);
    for (int row = 0; row < geometry.rows(); ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < geometry.columns(); ++column) {
            const auto value = frame.measuredAt(column, row);
            const double fraction =
                value ? (*value - window.values.lowest) / (window.values.highest - window.values.lowest) : 0;
            const auto &colour = map.at(fraction);
            const double alpha = opacityAt(fraction, opacity);
            line[column] = qPremultiply(qRgba(colour[0], colour[1], colour[2], int(alpha * 255 + 0.5)));
        }
    }
    return image;
}

} // namespace simiao::viewer
