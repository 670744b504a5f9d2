#include "imaging/presentation/affine_map.h"

#include <algorithm>

namespace simiao::imaging {

AffineMap AffineMap::after(const AffineMap &first) const
{
    return {.xx = xx * first.xx + xy * first.yx,
            .xy = xx * first.xy + xy * first.yy,
            .yx = yx * first.xx + yy * first.yx,
            .yy = yx * first.xy + yy * first.yy,
            .dx = xx * first.dx + xy * first.dy + dx,
            .dy = yx * first.dx + yy * first.dy + dy};
}

AffineMap linearMap(const Turn &turn)
{
    AffineMap map;
    for (int quarter = 0; quarter < turn.quarters; ++quarter)
        map = AffineMap{.xx = 0, .xy = -1, .yx = 1, .yy = 0}.after(map);
    return turn.isMirrored ? AffineMap{.xx = -1}.after(map) : map;
}

AffineMap turnedMap(const Turn &turn, int columns, int rows)
{
    auto map = linearMap(turn);
    const auto corner = map.map({columns - 1.0, rows - 1.0});
    map.dx = std::max(0.0, -corner.column);
    map.dy = std::max(0.0, -corner.row);
    return map;
}

} // namespace simiao::imaging
