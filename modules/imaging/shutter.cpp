#include "imaging/shutter.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

namespace {

bool isInside(const Shutter::Rectangle &edges, int column, int row)
{
    return column >= edges.left && column <= edges.right && row >= edges.top && row <= edges.bottom;
}

bool isInside(const Shutter::Circle &circle, int column, int row, double pixelAspect)
{
    return std::hypot(column - circle.centre.column, (row - circle.centre.row) * pixelAspect)
        <= circle.radius;
}

/// A place on the row that lies on the line from `from` to `to`.
bool isOnEdge(const ShutterPoint &from, const ShutterPoint &to, double column, double row)
{
    const double area =
        (to.column - from.column) * (row - from.row) - (to.row - from.row) * (column - from.column);
    return area == 0 && column >= std::min(from.column, to.column)
        && column <= std::max(from.column, to.column) && row >= std::min(from.row, to.row)
        && row <= std::max(from.row, to.row);
}

/// Even-odd rule; the outline belongs to it.
bool isInside(const std::vector<ShutterPoint> &polygon, double column, double row)
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

bool Shutter::hides(int column, int row, double pixelAspect) const
{
    return (rectangle && !isInside(*rectangle, column, row))
        || (circle && !isInside(*circle, column, row, pixelAspect))
        || (!polygon.empty() && !isInside(polygon, column, row));
}

} // namespace simiao::imaging
