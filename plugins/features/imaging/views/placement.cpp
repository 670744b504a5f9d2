#include "imaging/views/placement.h"

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr double kSmallest = 0.25;
constexpr double kLargest = 40;

double fitScale(QSizeF view, QSizeF picture)
{
    return std::min(view.width() / picture.width(), view.height() / picture.height());
}

} // namespace

QRectF Placement::target(QSizeF view, QSizeF picture) const
{
    const QSizeF size = picture * (fitScale(view, picture) * zoom);
    const double room = view.width() - size.width();
    const double left = side == 0 || room <= 0 ? view.width() / 2 - center.x() * size.width()
        : side < 0                             ? 0
                                               : room;
    return {{left, view.height() / 2 - center.y() * size.height()}, size};
}

double Placement::widthZoom(QSizeF view, QSizeF picture)
{
    return unitZoom(view.width() / picture.width(), view, picture);
}

double Placement::unitZoom(double length, QSizeF view, QSizeF picture)
{
    return length / fitScale(view, picture);
}

Placement Placement::at(const QRectF &target, QSizeF view, QSizeF picture)
{
    return {.zoom = unitZoom(target.width() / picture.width(), view, picture),
            .center = {(view.width() / 2 - target.left()) / target.width(),
                       (view.height() / 2 - target.top()) / target.height()}};
}

void Placement::zoomAt(QPointF anchor, double factor, QSizeF view, QSizeF picture)
{
    const auto before = target(view, picture);
    if (side != 0)
        *this = at(before, view, picture);
    const double larger = std::clamp(zoom * factor, kSmallest, kLargest) / zoom;
    zoom *= larger;
    const QPointF wantedTopLeft = anchor - (anchor - before.topLeft()) * larger;
    pan(wantedTopLeft - target(view, picture).topLeft(), view, picture);
}

void Placement::pan(QPointF by, QSizeF view, QSizeF picture)
{
    if (side != 0)
        *this = at(target(view, picture), view, picture);
    const auto size = target(view, picture).size();
    center.setX(std::clamp(center.x() - by.x() / size.width(), 0.0, 1.0));
    center.setY(std::clamp(center.y() - by.y() / size.height(), 0.0, 1.0));
}

} // namespace simiao::viewer
