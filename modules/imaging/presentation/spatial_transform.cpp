#include "imaging/presentation/spatial_transform.h"

#include <algorithm>
#include <array>

namespace simiao::imaging {

/// Mirrored, the screen turns the other way round than the picture.
SpatialTransform SpatialTransform::turnedClockwise() const
{
    return {(rotation + (isFlipped ? 270 : 90)) % 360, isFlipped};
}

AffineMap AffineMap::after(const AffineMap &first) const
{
    return {.xx = xx * first.xx + xy * first.yx,
            .xy = xx * first.xy + xy * first.yy,
            .yx = yx * first.xx + yy * first.yx,
            .yy = yx * first.xy + yy * first.yy,
            .dx = xx * first.dx + xy * first.dy + dx,
            .dy = yx * first.dx + yy * first.dy + dy};
}

AffineMap linearMap(const SpatialTransform &transform)
{
    AffineMap map;
    for (int turned = 0; turned < transform.rotation; turned += 90)
        map = AffineMap{.xx = 0, .xy = -1, .yx = 1, .yy = 0}.after(map);
    return transform.isFlipped ? AffineMap{.xx = -1}.after(map) : map;
}

AffineMap turnedMap(const SpatialTransform &transform, int columns, int rows)
{
    auto map = linearMap(transform);
    const auto corner = map.map({columns - 1.0, rows - 1.0});
    map.dx = std::max(0.0, -corner.column);
    map.dy = std::max(0.0, -corner.row);
    return map;
}

EdgeLetters turnedEdges(const EdgeLetters &edges, const SpatialTransform &transform)
{
    std::array around{edges.top, edges.right, edges.bottom, edges.left};
    std::ranges::rotate(around, around.end() - (transform.rotation / 90) % 4);
    if (transform.isFlipped)
        std::swap(around[1], around[3]);
    return {.left = around[3], .right = around[1], .top = around[0], .bottom = around[2]};
}

} // namespace simiao::imaging
