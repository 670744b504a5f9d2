#include "imaging/models/grid_size.h"

namespace simiao::viewer {

namespace {

bool isEdge(int value)
{
    return value >= 1 && value <= GridSize::kMost;
}

} // namespace

std::optional<GridSize> GridSize::fromCode(const QString &code)
{
    const auto parts = code.split(u'x');
    if (parts.size() != 2)
        return std::nullopt;
    const GridSize size{parts[0].toInt(), parts[1].toInt()};
    return isEdge(size.rows) && isEdge(size.columns) && size.code() == code ? std::optional(size)
                                                                            : std::nullopt;
}

const std::vector<GridSize> &offeredGrids()
{
    static const std::vector<GridSize> sizes{{1, 1}, {1, 2}, {2, 1}, {1, 3}, {2, 2},
                                             {2, 3}, {3, 3}, {3, 4}, {4, 4}};
    return sizes;
}

} // namespace simiao::viewer
