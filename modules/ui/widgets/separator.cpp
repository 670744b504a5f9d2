#include "ui/widgets/separator.h"

#include <QPainter>

namespace simiao::ui {

Separator::Separator(Qt::Orientation orientation, QWidget *parent)
    : ThemedWidget(QAccessible::Separator, parent)
{
    if (orientation == Qt::Horizontal)
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
}

void Separator::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.line);
}

} // namespace simiao::ui
