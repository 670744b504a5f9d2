#include "imaging/presentation/shutter.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace simiao::imaging {

namespace {

bool isInside(const RectangularShutter &shutter, int column, int row)
{
    return column >= shutter.left && column <= shutter.right && row >= shutter.upper && row <= shutter.lower;
}

bool isInside(const CircularShutter &shutter, int column, int row, double pixelAspect)
{
    return std::hypot(column - shutter.centre.column, (row - shutter.centre.row) * pixelAspect)
        <= shutter.radius;
}

/// A place on the row that lies on the line from `from` to `to`.
bool isOnEdge(const ImagePoint &from, const ImagePoint &to, double column, double row)
{
    const double area =
        (to.column - from.column) * (row - from.row) - (to.row - from.row) * (column - from.column);
    return area == 0 && column >= std::min(from.column, to.column)
        && column <= std::max(from.column, to.column) && row >= std::min(from.row, to.row)
        && row <= std::max(from.row, to.row);
}

/// Even-odd rule; the outline belongs to it.
bool isInside(const std::vector<ImagePoint> &polygon, double column, double row)
{
    bool isOdd = false;
    for (std::size_t i = 0, last = polygon.size() - 1; i < polygon.size(); last = i++) {
        const auto &a = polygon[i];
        const auto &b = polygon[last];
        if (isOnEdge(a, b, column, row))
            return true;
        const bool isAcross = (a.row > row) != (b.row > row);
        if (isAcross && column < (b.column - a.column) * (row - a.row) / (b.row - a.row) + a.column)
            isOdd = !isOdd;
    }
    return isOdd;
}

} // namespace

bool Shutters::shows(int column, int row, double pixelAspect) const
{
    return (!rectangular || isInside(*rectangular, column, row))
        && (!circular || isInside(*circular, column, row, pixelAspect))
        && (polygonal.empty() || isInside(polygonal, column, row))
        && (!bitmap || !bitmap->marks(row, column));
}

void applyShutters(const Shutters &shutters,
                   int columns,
                   int rows,
                   int samples,
                   double pixelAspect,
                   std::span<std::uint8_t> rendered)
{
    if (shutters.areOpen())
        return;
    const auto grey = static_cast<std::uint8_t>(std::floor(shutters.presentationValue * 255 + 0.5));
    auto *pixel = rendered.data();
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column, pixel += samples) {
            if (!shutters.shows(column, row, pixelAspect))
                std::fill_n(pixel, samples, grey);
        }
    }
}

} // namespace simiao::imaging
