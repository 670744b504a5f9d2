#include "imaging/shutter.h"

namespace simiao::imaging {

namespace {

bool isInside(const std::vector<ShutterPoint> &polygon, double column, double row)
{
    bool isIn = false;
    for (std::size_t i = 0, j = polygon.size() - 1; i < polygon.size(); j = i++) {
        const auto &a = polygon[i];
        const auto &b = polygon[j];
        const bool crosses = (a.row > row) != (b.row > row);
        if (crosses && column < (b.column - a.column) * (row - a.row) / (b.row - a.row) + a.column)
            isIn = !isIn;
    }
    return isIn;
}

} // namespace

bool Shutter::hides(int column, int row) const
{
    if (rectangle
        && (column < rectangle->left || column > rectangle->right || row < rectangle->top
            || row > rectangle->bottom))
        return true;
    if (circle) {
        const double dx = column - circle->centre.column;
        const double dy = row - circle->centre.row;
        if (dx * dx + dy * dy > circle->radius * circle->radius)
            return true;
    }
    return !polygon.empty() && !isInside(polygon, column, row);
}

} // namespace simiao::imaging
