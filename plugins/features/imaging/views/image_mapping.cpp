#include "imaging/views/image_mapping.h"

#include <QRectF>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel

} // namespace

ImageMapping::ImageMapping(const QRectF &target, int columns, int rows)
    : m_columns(columns)
    , m_rows(rows)
{
    m_toView.translate(target.x(), target.y());
    m_toView.scale(target.width() / columns, target.height() / rows);
    m_toView.translate(kHalf, kHalf);
    m_toImage = m_toView.inverted();
}

QPointF ImageMapping::toView(const imaging::ImagePoint &point) const
{
    return m_toView.map(QPointF(point.column, point.row));
}

QPolygonF ImageMapping::toView(const std::vector<imaging::ImagePoint> &points) const
{
    QPolygonF mapped;
    for (const auto &point : points)
        mapped.append(toView(point));
    return mapped;
}

imaging::ImagePoint ImageMapping::toImage(const QPointF &point) const
{
    const auto mapped = m_toImage.map(point);
    return {mapped.x(), mapped.y()};
}

imaging::ImagePoint ImageMapping::clamped(const imaging::ImagePoint &point) const
{
    return {std::clamp(point.column, -kHalf, m_columns - kHalf),
            std::clamp(point.row, -kHalf, m_rows - kHalf)};
}

} // namespace simiao::viewer
