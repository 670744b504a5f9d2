#include "imaging/views/image_mapping.h"

#include <QRectF>

#include <algorithm>

namespace simiao::viewer {

namespace {

constexpr double kHalf = 0.5; // (0, 0) is the centre of the first pixel

/// Turns the square from (0, 0) to (1, 1).
QTransform turning(const imaging::Turn &turn)
{
    const QTransform quarter(0, 1, -1, 0, 1, 0);
    const QTransform mirror(-1, 0, 0, 1, 1, 0);
    QTransform all;
    for (int i = 0; i < turn.quarters; ++i)
        all *= quarter;
    return turn.isMirrored ? all * mirror : all;
}

} // namespace

ImageMapping::ImageMapping(const QRectF &target, int columns, int rows, const imaging::Turn &turn)
    : m_columns(columns)
    , m_rows(rows)
    , m_turn(turn)
{
    const auto toSquare =
        QTransform::fromTranslate(kHalf, kHalf) * QTransform::fromScale(1.0 / columns, 1.0 / rows);
    const auto toTarget = QTransform::fromScale(target.width(), target.height())
        * QTransform::fromTranslate(target.x(), target.y());
    m_toView = toSquare * turning(turn) * toTarget;
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

imaging::ImagePoint ImageMapping::step(double right, double down) const
{
    const auto [columns, rows] = m_turn.toPicture(right, down);
    return {columns, rows};
}

imaging::ImagePoint ImageMapping::clamped(const imaging::ImagePoint &point) const
{
    return {std::clamp(point.column, -kHalf, m_columns - kHalf),
            std::clamp(point.row, -kHalf, m_rows - kHalf)};
}

} // namespace simiao::viewer
