#include "imaging/views/plane_layer.h"

#include <QPainter>

#include <algorithm>

namespace simiao::viewer {

namespace {

// Over the picture in every theme; no colour that a measurement has.
constexpr QRgb kMark = qRgba(0xC8, 0xF0, 0xC8, 0xFF);

void draw(QImage &image, const imaging::OverlayPlane &plane)
{
    const int top = std::max(0, plane.originRow);
    const int bottom = std::min(image.height(), plane.originRow + plane.rows);
    const int left = std::max(0, plane.originColumn);
    const int right = std::min(image.width(), plane.originColumn + plane.columns);
    for (int row = top; row < bottom; ++row) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = left; column < right; ++column) {
            if (plane.marks(row, column))
                line[column] = kMark;
        }
    }
}

} // namespace

void PlaneLayer::update(QSize size,
                        const std::vector<imaging::OverlayPlane> &planes,
                        const imaging::Turn &turn)
{
    if (size == m_size && turn == m_turn && planes == m_planes)
        return;
    m_size = size;
    m_planes = planes;
    m_turn = turn;
    m_image = {};
    if (planes.empty())
        return;
    QImage image(size, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    for (const auto &plane : planes)
        draw(image, plane);
    constexpr int kQuarter = 90;
    const auto upright = image.transformed(QTransform().rotate(turn.quarters * kQuarter));
    m_image = upright.mirrored(turn.isMirrored, false);
}

void PlaneLayer::paint(QPainter &painter, const QRectF &target) const
{
    if (m_image.isNull())
        return;
    painter.save();
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(target, m_image);
    painter.restore();
}

} // namespace simiao::viewer
