#include "imaging/views/print_preview.h"

#include "ui/theme/paint.h"

#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace simiao::viewer {

PrintPreview::PrintPreview(QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
{
    setObjectName(QStringLiteral("imaging.print.preview"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PrintPreview::setPage(const QImage &page, const QString &what)
{
    m_page = page;
    m_fitted = {};
    setAccessibleName(what);
    update();
}

void PrintPreview::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.surface);
    const double ratio = devicePixelRatioF();
    const QSize room = (QSizeF(size()) * ratio).toSize() - QSize(2, 2) * tokens().rhythm.margin;
    if (!m_page.isNull() && room.width() > 0 && room.height() > 0) {
        const auto fitting = m_page.size().scaled(room, Qt::KeepAspectRatio);
        if (m_fitted.size() != fitting)
            m_fitted = m_page.scaled(fitting, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        m_fitted.setDevicePixelRatio(ratio);
        const QSizeF seen = m_fitted.deviceIndependentSize();
        const QPointF corner((width() - seen.width()) / 2, (height() - seen.height()) / 2);
        painter.drawImage(corner, m_fitted);
        painter.setPen(tokens().colours.outline);
        painter.drawRect(QRectF(corner, seen).adjusted(-1, -1, 0, 0));
    }
    if (hasFocus())
        ui::paint::box(painter, rect(), {}, tokens().colours.accent, 0, tokens().rhythm.focusRing);
}

void PrintPreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_PageDown)
        Q_EMIT turned(1);
    else if (event->key() == Qt::Key_PageUp)
        Q_EMIT turned(-1);
    else
        ThemedWidget::keyPressEvent(event);
}

void PrintPreview::wheelEvent(QWheelEvent *event)
{
    if (event->angleDelta().y() != 0)
        Q_EMIT turned(event->angleDelta().y() < 0 ? 1 : -1);
    event->accept();
}

} // namespace simiao::viewer
