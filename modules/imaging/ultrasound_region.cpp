#include "imaging/ultrasound_region.h"

#include <cmath>

namespace simiao::imaging {

namespace {

constexpr double kMmPerCm = 10;

long long area(const UltrasoundRegion &region)
{
    return (static_cast<long long>(region.right) - region.left)
        * (static_cast<long long>(region.bottom) - region.top);
}

} // namespace

std::optional<double> lengthMm(const std::vector<UltrasoundRegion> &regions,
                               const PixelPoint &from,
                               const PixelPoint &to)
{
    const UltrasoundRegion *smallest = nullptr;
    for (const auto &region : regions) {
        const bool holds = region.contains(from) && region.contains(to);
        if (holds && (smallest == nullptr || area(region) < area(*smallest)))
            smallest = &region;
    }
    if (smallest == nullptr || !smallest->isSpatial())
        return std::nullopt;
    return kMmPerCm * std::hypot((to.x - from.x) * smallest->deltaX, (to.y - from.y) * smallest->deltaY);
}

} // namespace simiao::imaging
