#include "imaging/views/viewport.h"

#include "imaging/models/window_drag.h"

#include <QMouseEvent>

#include <cmath>

// What wheel, pointer and the space bar do in a Viewport.

namespace simiao::viewer {

namespace {

constexpr int kNotch = QWheelEvent::DefaultDeltasPerStep;
constexpr double kZoomPerNotch = 1.15;

} // namespace

void Viewport::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (m_picture.isEmpty())
        return;
    if (!hasFocus())
        Q_EMIT wheeled();
    m_note.clear();
    if (event->modifiers() & Qt::ControlModifier) {
        const double factor = std::pow(kZoomPerNotch, double(event->angleDelta().y()) / kNotch);
        m_placement.zoomAt(event->position(), factor, size(), m_picture.extent());
        return follow();
    }
    m_wheelRest += event->angleDelta().y();
    m_stack->scrollBy(-m_wheelRest / kNotch);
    m_wheelRest %= kNotch;
}

void Viewport::mousePressEvent(QMouseEvent *event)
{
    const bool isPan =
        event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceHeld);
    m_note.clear();
    if (m_picture.isEmpty() || m_drag != Drag::None || (!isPan && event->button() != Qt::LeftButton))
        return;
    if (!isPan && m_isPointing) {
        m_drag = Drag::Point;
        return point(event->position());
    }
    if (!isPan && m_tool->press(event->position())) {
        m_drag = Drag::Measure;
        return;
    }
    if (!isPan && !m_stack->isWindowed())
        return;
    m_drag = isPan ? Drag::Pan : Drag::Window;
    m_dragFrom = event->pos();
    m_dragWindow = m_stack->display().window;
}

void Viewport::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint moved = event->pos() - m_dragFrom;
    if (m_picture.isEmpty())
        return;
    if (m_magnifier.isOn()) {
        m_magnifier.place(event->position());
        update();
    }
    if (m_drag == Drag::Point)
        return point(event->position());
    if (m_drag == Drag::None || m_drag == Drag::Measure) {
        m_tool->move(event->position());
        m_isOverLabel = m_drag == Drag::None && m_tool->isOverLabel(event->position());
        showCursor();
        return;
    }
    if (m_drag == Drag::Window && !m_stack->frame())
        return;
    if (m_drag == Drag::Window)
        return m_stack->setWindow(draggedWindow(m_dragWindow, moved, measuredValues(*m_stack->frame())));
    m_dragFrom = event->pos();
    m_placement.pan(moved, size(), m_picture.extent());
    follow();
}

void Viewport::mouseReleaseEvent(QMouseEvent *event)
{
    if (m_drag == Drag::Measure && event->button() == Qt::LeftButton)
        m_tool->release(event->position());
    if (!(event->buttons() & (Qt::LeftButton | Qt::MiddleButton)))
        m_drag = Drag::None;
}

/// Two quick clicks are two points, but for a polygon, which they close.
void Viewport::mouseDoubleClickEvent(QMouseEvent *event)
{
    const bool isLeft = event->button() == Qt::LeftButton;
    if (isLeft && m_tool->doubleClick(event->position()))
        return;
    mousePressEvent(event);
    const bool isFree = m_drag == Drag::None || m_drag == Drag::Window;
    if (!isLeft || !isFree)
        return;
    m_drag = Drag::None;
    Q_EMIT doubleClicked();
}

void Viewport::point(const QPointF &at)
{
    Q_EMIT pointed(m_mapping.clamped(m_mapping.toImage(at)));
}

void Viewport::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        setSpaceHeld(true);
    else if (m_tool->wants(*event))
        m_tool->key(*event);
    else
        ThemedWidget::keyPressEvent(event);
}

void Viewport::keyReleaseEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space && !event->isAutoRepeat())
        setSpaceHeld(false);
    else
        ThemedWidget::keyReleaseEvent(event);
}

void Viewport::focusInEvent(QFocusEvent *event)
{
    ThemedWidget::focusInEvent(event);
    update();
}

void Viewport::focusOutEvent(QFocusEvent *event)
{
    ThemedWidget::focusOutEvent(event);
    setSpaceHeld(false);
    update();
}

void Viewport::setSpaceHeld(bool isHeld)
{
    m_isSpaceHeld = isHeld;
    showCursor();
}

void Viewport::showCursor()
{
    const bool isOnLabel = m_isOverLabel || m_tool->isLabelHeld();
    const auto idle = isOnLabel ? Qt::SizeAllCursor : Qt::ArrowCursor;
    const auto quiet = m_tool->kind() || m_isPointing ? Qt::CrossCursor : idle;
    setCursor(m_isSpaceHeld ? Qt::OpenHandCursor : quiet);
}

} // namespace simiao::viewer
