#include "imaging/presentation/displayed_area.h"

#include <algorithm>
#include <cmath>

namespace simiao::imaging {

namespace {

/// The smallest box around the turned area.
struct Box
{
    double left, top, width, height;
};

Box boxOf(const AffineMap &map, const DisplayedArea &area)
{
    const auto one = map.map({area.left - 0.5, area.top - 0.5});
    const auto other = map.map({area.right + 0.5, area.bottom + 0.5});
    return {std::min(one.column, other.column), std::min(one.row, other.row),
            std::abs(other.column - one.column), std::abs(other.row - one.row)};
}

double zoomOf(const DisplayedArea &area,
              const Box &box,
              double viewWidth,
              double viewHeight,
              std::optional<double> screenMmPerPixel)
{
    if (area.size == PresentationSize::Magnify)
        return area.magnification / area.pixelWidth;
    if (area.size == PresentationSize::TrueSize && area.isMillimetres && screenMmPerPixel)
        return 1 / *screenMmPerPixel;
    return std::min(viewWidth / box.width, viewHeight / box.height);
}

} // namespace

PlacedArea placed(const DisplayedArea &area,
                  const Turn &turn,
                  double viewWidth,
                  double viewHeight,
                  std::optional<double> screenMmPerPixel)
{
    const auto shaped = linearMap(turn).after({.xx = area.pixelWidth, .yy = area.pixelHeight});
    const auto box = boxOf(shaped, area);
    const double zoom = zoomOf(area, box, viewWidth, viewHeight, screenMmPerPixel);
    const double left = (viewWidth - box.width * zoom) / 2;
    const double top = (viewHeight - box.height * zoom) / 2;
    const AffineMap scaled{.xx = zoom, .yy = zoom, .dx = left - box.left * zoom, .dy = top - box.top * zoom};
    return {.toView = scaled.after(shaped),
            .left = left,
            .top = top,
            .width = box.width * zoom,
            .height = box.height * zoom};
}

} // namespace simiao::imaging
