#include "imaging/views/viewport_cell.h"

#include <QDragEnterEvent>
#include <QMimeData>
#include <QPainter>

namespace simiao::viewer {

namespace {

constexpr int kFrame = 2; // px

} // namespace

ViewportCell::ViewportCell(QWidget *viewport, QWidget *parent)
    : ThemedWidget(QAccessible::Grouping, parent)
    , m_viewport(viewport)
{
    setAcceptDrops(true);
    viewport->setParent(this);
    setFrame(Frame::None);
}

void ViewportCell::setContent(QWidget *other)
{
    if (m_other == other)
        return;
    delete m_other;
    m_other = other;
    if (other)
        other->setParent(this);
    place();
    content()->show();
    m_viewport->setVisible(!other);
    setFocusProxy(content());
}

void ViewportCell::lend(QWidget *note)
{
    setContent(note);
    m_isLent = true;
}

void ViewportCell::takeBack()
{
    m_isLent = false;
    m_viewport->setParent(this);
    setContent(nullptr);
}

bool ViewportCell::isAround(const QWidget *widget) const
{
    const bool isInViewport =
        widget && m_viewport && (widget == m_viewport || m_viewport->isAncestorOf(widget));
    return isInViewport || (widget && isAncestorOf(widget));
}

/// Within the frame.
void ViewportCell::place()
{
    const int width = m_frame == Frame::None ? 0 : kFrame;
    content()->setGeometry(rect().adjusted(width, width, -width, -width));
}

void ViewportCell::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    place();
}

QWidget *ViewportCell::content() const
{
    return m_other ? m_other : m_viewport.data();
}

void ViewportCell::setFrame(Frame frame)
{
    m_frame = frame;
    place();
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
