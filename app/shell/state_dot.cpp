#include "shell/state_dot.h"

#include <QPainter>

namespace simiao::shell {

StateDot::StateDot(QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateDot::setGood(bool isGood)
{
    m_isGood = isGood;
    update();
}

void StateDot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto colour = m_isGood ? tokens().colours.ok : tokens().colours.warn;
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(m_isGood ? QBrush(colour) : QBrush(Qt::NoBrush)); // a ring, not only another colour
    painter.drawEllipse(QRectF(rect()).adjusted(1, 1, -1, -1));
}

} // namespace simiao::shell
