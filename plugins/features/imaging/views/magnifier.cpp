#include "imaging/views/magnifier.h"

#include <QPainter>
#include <QPainterPath>

namespace simiao::viewer {

void Magnifier::paint(QPainter &painter, const Picture &picture, const QRectF &target)
{
    if (!m_at || picture.isEmpty())
        return;
    const QRectF glass(*m_at - QPointF(kRadius, kRadius), QSizeF(2 * kRadius, 2 * kRadius));
    const QRectF enlarged(*m_at + (target.topLeft() - *m_at) * kTimes, target.size() * kTimes);
    QPainterPath round;
    round.addEllipse(glass);
    m_enlarged.showLike(picture);
    painter.save();
    painter.setClipPath(round);
    painter.fillRect(glass, Qt::black);
    m_enlarged.paint(painter, enlarged, glass.intersected(painter.window()));
    painter.restore();
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(QColor(0, 0, 0, 170), 4));
    painter.drawPath(round);
    painter.setPen(QPen(QColor(0xE2, 0xE6, 0xEB), 1.5));
    painter.drawPath(round);
    painter.restore();
}

} // namespace simiao::viewer
