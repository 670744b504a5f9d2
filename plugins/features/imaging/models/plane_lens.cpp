#include "imaging/models/plane_lens.h"

#include <algorithm>
#include <cmath>

namespace simiao::viewer {

using namespace imaging;

PlaneLens::PlaneLens(const Vector3 &middle,
                     const ImageOrientation &orientation,
                     double mmPerPixel,
                     QSize view)
    : m_middle(middle)
    , m_orientation(orientation)
    , m_mmPerPixel(mmPerPixel)
    , m_view(view)
{
}

QPointF PlaneLens::directionOf(const Vector3 &way) const
{
    return {dot(way, m_orientation.alongRow), dot(way, m_orientation.alongColumn)};
}

QPointF PlaneLens::toView(const Vector3 &place) const
{
    return QPointF(m_view.width() / 2.0, m_view.height() / 2.0)
        + directionOf(place - m_middle) / m_mmPerPixel;
}

Vector3 PlaneLens::wayOf(const QPointF &pixels) const
{
    return m_orientation.alongRow * (pixels.x() * m_mmPerPixel)
        + m_orientation.alongColumn * (pixels.y() * m_mmPerPixel);
}

Vector3 PlaneLens::toPatient(const QPointF &pixel) const
{
    return m_middle + wayOf(pixel - QPointF(m_view.width() / 2.0, m_view.height() / 2.0));
}

/// The first pixel of the grid covers the upper left corner of the view.
PlaneGrid PlaneLens::grid(double pixels) const
{
    return {.origin = toPatient(QPointF(pixels / 2, pixels / 2)),
            .orientation = m_orientation,
            .pixelMm = m_mmPerPixel * pixels,
            .columns = std::max(1, int(std::ceil(m_view.width() / pixels))),
            .rows = std::max(1, int(std::ceil(m_view.height() / pixels)))};
}

} // namespace simiao::viewer
