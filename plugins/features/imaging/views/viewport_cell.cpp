#include "imaging/views/viewport_cell.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>
#include <QStackedLayout>

namespace simiao::viewer {

namespace {

constexpr int kFrame = 2; // px

} // namespace

ViewportCell::ViewportCell(QWidget *viewport, QWidget *parent)
    : ThemedWidget(QAccessible::Grouping, parent)
    , m_viewport(viewport)
    , m_pages(new QStackedLayout(this))
{
    setAcceptDrops(true);
    m_pages->addWidget(viewport);
    setFrame(Frame::None);
}

void ViewportCell::setContent(QWidget *other)
{
    if (m_other == other)
        return;
    delete m_other;
    m_other = other;
    if (other)
        m_pages->addWidget(other);
    m_pages->setCurrentWidget(content());
    setFocusProxy(content());
}

QWidget *ViewportCell::content() const
{
    return m_other ? m_other : m_viewport;
}

void ViewportCell::setFrame(Frame frame)
{
    m_frame = frame;
    const int width = frame == Frame::None ? 0 : kFrame;
    m_pages->setContentsMargins(width, width, width, width);
    setFocusProxy(content());
    update();
}

/// The ground is that of the pictures; one accent says where keys go.
void ViewportCell::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_frame == Frame::Active ? tokens().colours.accent : QColor(0x2A, 0x2E, 0x34));
}

void ViewportCell::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasFormat(QLatin1String(kSeriesMime)))
        event->acceptProposedAction();
}

void ViewportCell::dropEvent(QDropEvent *event)
{
    const auto uid = event->mimeData()->data(QLatin1String(kSeriesMime));
    if (uid.isEmpty())
        return;
    event->acceptProposedAction();
    Q_EMIT seriesDropped(QString::fromUtf8(uid));
}

} // namespace simiao::viewer
