#include "imaging/views/plane_view.h"

#include "imaging/models/window_drag.h"

#include <QMouseEvent>

#include <algorithm>
#include <cmath>

// What wheel and pointer do in a PlaneView.

namespace simiao::viewer {

using namespace imaging;

namespace {

constexpr int kNotch = QWheelEvent::DefaultDeltasPerStep;
constexpr double kZoomPerNotch = 1.15;
constexpr double kNearCross = 11;
constexpr double kNearLine = 6;
constexpr double kNearGrip = 13;

double across(const QPointF &a, const QPointF &b)
{
    return a.x() * b.y() - a.y() * b.x();
}

double angleOf(const QPointF &way)
{
    return std::atan2(way.y(), way.x());
}

} // namespace

PlaneView::Grip PlaneView::gripAt(const QPointF &at) const
{
    const auto lens = this->lens();
    const auto way = at - lens.toView(m_stage->planes().centre());
    if (std::hypot(way.x(), way.y()) <= kNearCross)
        return {Drag::Cross, m_kind};
    const double radius = gripRadius(size());
    for (const auto other : kPlanes) {
        if (other == m_kind)
            continue;
        const auto line = lens.directionOf(m_stage->planes().cut(m_kind, other));
        const double along = std::abs(QPointF::dotProduct(way, line));
        const double beside = std::abs(across(line, way));
        if (beside <= kNearGrip && std::abs(along - radius) <= kNearGrip)
            return {Drag::Turn, other};
        if (beside <= kNearLine)
            return {Drag::Move, other};
    }
    return {};
}

void PlaneView::showGrip(const Grip &grip)
{
    if (grip == m_grip)
        return;
    m_grip = grip;
    switch (grip.drag) {
    case Drag::Cross: setCursor(Qt::SizeAllCursor); break;
    case Drag::Move: setCursor(Qt::SplitHCursor); break;
    case Drag::Turn: setCursor(Qt::PointingHandCursor); break;
    case Drag::None:
    case Drag::Window:
    case Drag::Pan: setCursor(m_isMeasuring ? Qt::CrossCursor : Qt::ArrowCursor); break;
    }
    update();
}

void PlaneView::wheelEvent(QWheelEvent *event)
{
    event->accept();
    if (event->modifiers() & Qt::ControlModifier)
        return m_stage->zoomBy(std::pow(kZoomPerNotch, double(event->angleDelta().y()) / kNotch));
    m_wheelRest += event->angleDelta().y();
    const int notches = m_wheelRest / kNotch;
    m_wheelRest %= kNotch;
    if (notches != 0)
        m_stage->step(m_kind, m_kind == PlaneKind::Axial ? notches : -notches);
}

void PlaneView::mousePressEvent(QMouseEvent *event)
{
    if (!m_stage->volume() || m_drag != Drag::None)
        return;
    if (event->button() == Qt::LeftButton && m_isMeasuring)
        return setPoint(lens().toPatient(event->position()));
    if (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)
        return;
    const auto grip = event->button() == Qt::LeftButton ? gripAt(event->position()) : Grip{Drag::Pan};
    m_drag = grip.drag == Drag::None ? Drag::Window : grip.drag;
    showGrip(grip);
    m_dragFrom = event->position();
    m_dragPlanes = m_stage->planes();
    if (m_frame)
        m_dragWindow = m_stage->displayOf(*m_frame).window;
}

void PlaneView::mouseMoveEvent(QMouseEvent *event)
{
    m_pointer = event->position();
    if (!m_stage->volume())
        return;
    const auto moved = event->position() - m_dragFrom;
    switch (m_drag) {
    case Drag::None:
        if (m_isMeasuring)
            update();
        else
            showGrip(gripAt(event->position()));
        return;
    case Drag::Window:
        if (m_frame)
            m_stage->stack()->setWindow(
                draggedWindow(m_dragWindow, moved.toPoint(), measuredValues(*m_frame)));
        return;
    case Drag::Pan:
        m_panMm -= moved * lens().mmPerPixel();
        m_dragFrom = event->position();
        return follow();
    case Drag::Cross:
    case Drag::Move:
    case Drag::Turn: return dragCross(event->position());
    }
}

void PlaneView::dragCross(const QPointF &at)
{
    const auto lens = this->lens();
    auto planes = m_dragPlanes;
    if (m_drag == Drag::Turn) {
        const auto cross = lens.toView(planes.centre());
        planes.turn(m_kind, angleOf(at - cross) - angleOf(m_dragFrom - cross));
    } else {
        auto way = lens.wayOf(at - m_dragFrom);
        if (m_drag == Drag::Move) {
            const auto normal = planes.normal(m_grip.other);
            way = normal * dot(way, normal);
        }
        planes.moveTo(planes.centre() + way);
    }
    m_stage->setPlanes(planes);
}

void PlaneView::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->buttons() & (Qt::LeftButton | Qt::MiddleButton))
        return;
    m_drag = Drag::None;
    showGrip({});
}

void PlaneView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || !m_stage->volume() || m_isMeasuring)
        return mousePressEvent(event);
    auto planes = m_stage->planes();
    planes.moveTo(lens().toPatient(event->position()));
    m_stage->setPlanes(planes);
}

void PlaneView::leaveEvent(QEvent *event)
{
    ThemedWidget::leaveEvent(event);
    if (m_drag == Drag::None)
        showGrip({});
    update();
}

void PlaneView::chooseLength(bool isChosen)
{
    m_isMeasuring = isChosen && m_stage->volume();
    m_lengthFrom.reset();
    setCursor(m_isMeasuring ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void PlaneView::setPoint(const Vector3 &place)
{
    if (!m_lengthFrom) {
        m_lengthFrom = place;
        return update();
    }
    const VolumeLength length{*m_lengthFrom, place, m_stage->planes().orientation(m_kind),
                              m_stage->slab().thicknessMm};
    Q_EMIT measured();
    m_stage->addLength(length);
}

void PlaneView::resizeEvent(QResizeEvent *event)
{
    ThemedWidget::resizeEvent(event);
    follow();
}

void PlaneView::focusInEvent(QFocusEvent *event)
{
    ThemedWidget::focusInEvent(event);
    update();
}

void PlaneView::focusOutEvent(QFocusEvent *event)
{
    ThemedWidget::focusOutEvent(event);
    update();
}

} // namespace simiao::viewer
