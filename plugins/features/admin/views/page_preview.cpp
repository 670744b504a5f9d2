#include "admin/views/page_preview.h"

#include <QPainter>

#include <algorithm>

namespace simiao::admin {

PagePreview::PagePreview(QWidget *parent)
    : ThemedWidget(QAccessible::Graphic, parent)
{
    setObjectName(QStringLiteral("admin.devices.preview"));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PagePreview::setPage(const document::PageSetup &setup,
                          const document::PagePaint &paint,
                          const QString &what)
{
    m_setup = setup;
    m_paint = paint;
    setAccessibleName(what);
    render();
}

/// Real dots of this screen, so that fine lines stay fine where it is scaled.
double PagePreview::dotsPerMm() const
{
    const QSizeF content = m_setup.contentMm();
    if (content.isEmpty())
        return 0;
    const double air = 2.0 * tokens().rhythm.margin;
    const double fit = std::min((width() - air) / content.width(), (height() - air) / content.height());
    return std::max(0.0, fit) * devicePixelRatioF();
}

void PagePreview::render()
{
    m_image = m_paint && isVisible() ? document::pageImage(m_setup, m_paint, dotsPerMm()) : QImage();
    m_image.setDevicePixelRatio(devicePixelRatioF());
    update();
}

void PagePreview::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter painter(this);
    painter.fillRect(rect(), tokens().colours.surface);
    const QSizeF size = m_image.deviceIndependentSize();
    if (size.isEmpty())
        return;
    const QPointF corner((width() - size.width()) / 2, (height() - size.height()) / 2);
    painter.drawImage(corner, m_image);
    painter.setPen(tokens().colours.outline);
    painter.drawRect(QRectF(corner, size).adjusted(-1, -1, 0, 0));
}

void PagePreview::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    render();
}

void PagePreview::showEvent(QShowEvent *event)
{
    ThemedWidget::showEvent(event);
    render(); // nothing was while it was hidden
}

} // namespace simiao::admin
