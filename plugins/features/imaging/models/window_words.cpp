#include "imaging/models/window_words.h"

#include <cmath>

namespace simiao::viewer {

namespace {

QString numberText(double value, bool isCoarse)
{
    return isCoarse ? QString::number(std::llround(value)) : QString::number(value, 'g', 3);
}

} // namespace

QString windowText(const imaging::VoiWindow &window)
{
    constexpr double kCoarse = 20;
    const bool isCoarse = window.width >= kCoarse;
    return QStringLiteral("W %1 L %2")
        .arg(numberText(window.width, isCoarse), numberText(window.center, isCoarse));
}

} // namespace simiao::viewer
