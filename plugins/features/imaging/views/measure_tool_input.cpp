#include "imaging/views/measure_tool.h"

#include "imaging/views/drawing_gesture.h"
#include "imaging/views/measure_shape.h"

#include <QKeyEvent>
#include <QLineF>

#include <algorithm>

// What pointer and keys do with a MeasureTool.

namespace simiao::viewer {

using imaging::ImagePoint;
using imaging::MeasurementKind;

namespace {

constexpr double kStep = 1; // pixel of the picture
constexpr double kLargeStep = 10;

bool isPlain(const QKeyEvent &event)
{
    return !(event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
}

double stepOf(const QKeyEvent &event)
{
    return event.modifiers() & Qt::ShiftModifier ? kLargeStep : kStep;
}

} // namespace

bool MeasureTool::press(const QPointF &at)
{
    if (!m_kind)
        return takeHold(at);
    m_pressed = at;
    setPoint(m_mapping.clamped(m_mapping.toImage(at)));
    return true;
}

/// The points of what is selected, whose grips are seen, go before words, which lie over shapes; then all points before lines.
bool MeasureTool::takeHold(const QPointF &at)
{
    letGo();
    const auto before = m_selected;
    deselect();
    auto items = shown();
    const auto others =
        std::ranges::partition(items, [&before](const auto &item) { return item.id == before; });
    if (takePoint({items.begin(), others.begin()}, at) || takeLabel(at) || takePoint(items, at))
        return true;
    for (const auto &item : items) {
        if (isNear(item, m_mapping, at)) {
            m_selected = item.id;
            m_dragged = Hold::Whole;
            m_dragFrom = m_mapping.toImage(at);
            ++m_gesture;
            Q_EMIT changed();
            return true;
        }
    }
    if (!before.isEmpty())
        Q_EMIT changed();
    return false;
}

bool MeasureTool::takePoint(const std::vector<imaging::Measurement> &of, const QPointF &at)
{
    for (const auto &item : of) {
        if (const int index = pointNear(item, m_mapping, at); index >= 0) {
            m_selected = item.id;
            m_dragged = Hold::Point;
            grab(index);
            return true;
        }
    }
    return false;
}

bool MeasureTool::move(const QPointF &at)
{
    const auto place = m_mapping.toImage(at);
    if (m_kind) {
        m_cross = m_mapping.clamped(place);
        Q_EMIT changed();
        return true;
    }
    if (m_dragged == Hold::Point)
        moveGrabbed(place);
    else if (m_dragged == Hold::Whole)
        moveWhole(place);
    else if (m_dragged == Hold::Label)
        dragLabel(at);
    return m_dragged != Hold::None;
}

/// Dragging sets two points, clicking one.
bool MeasureTool::release(const QPointF &at)
{
    const bool isDrag = m_pressed && QLineF(*m_pressed, at).length() >= kDragFrom;
    m_pressed.reset();
    if (m_kind && isDrag && !m_points.empty())
        setPoint(m_mapping.clamped(m_mapping.toImage(at)));
    const bool isMine = m_kind || m_dragged != Hold::None;
    letGo();
    Q_EMIT changed();
    return isMine;
}

/// Closes a polygon, whose first click set the last corner. On words it puts them back where there is room.
bool MeasureTool::doubleClick(const QPointF &at)
{
    if (const auto label = m_kind ? std::nullopt : labelUnder(at)) {
        m_selected = label->id;
        freeLabel();
        return true;
    }
    if (m_kind != MeasurementKind::Polygon)
        return false;
    if (m_points.size() >= 3)
        finish();
    return true;
}

bool MeasureTool::wants(const QKeyEvent &event) const
{
    if (!isPlain(event))
        return false;
    const int key = event.key();
    const bool isMove = direction(key).has_value();
    if (m_kind)
        return isMove || isEnter(key) || key == Qt::Key_Escape || key == Qt::Key_Backspace;
    if (m_grabbed >= 0)
        return isMove || isEnter(key) || key == Qt::Key_Escape || key == Qt::Key_Tab
            || key == Qt::Key_Backtab;
    if (m_isLabelHeld)
        return isMove || isEnter(key) || key == Qt::Key_Escape;
    return !m_selected.isEmpty() && (isEnter(key) || key == Qt::Key_Escape);
}

void MeasureTool::key(const QKeyEvent &event)
{
    const bool isDone = m_kind ? keyWhileDrawing(event)
        : m_grabbed >= 0       ? keyWhileHolding(event)
        : m_isLabelHeld        ? keyWhileHoldingLabel(event)
                               : keyWhileSelected(event);
    if (isDone)
        Q_EMIT changed();
}

void MeasureTool::stepCross(double right, double down)
{
    const auto step = m_mapping.step(right, down);
    const ImagePoint to = m_mapping.clamped({m_cross.column + step.column, m_cross.row + step.row});
    if (m_grabbed >= 0)
        moveGrabbed(to);
    else
        m_cross = to;
    Q_EMIT crossMoved();
}

/// Escape first takes back what was set, then puts the tool away.
bool MeasureTool::keyWhileDrawing(const QKeyEvent &event)
{
    if (const auto way = direction(event.key()))
        stepCross(way->x() * stepOf(event), way->y() * stepOf(event));
    else if (isEnter(event.key()))
        setPoint(m_cross);
    else if (event.key() == Qt::Key_Backspace && !m_points.empty())
        m_points.pop_back();
    else if (event.key() == Qt::Key_Escape && !m_points.empty())
        m_points.clear();
    else if (event.key() == Qt::Key_Escape)
        putAway();
    else
        return false;
    return true;
}

bool MeasureTool::keyWhileHolding(const QKeyEvent &event)
{
    const auto *item = selectedItem();
    if (!item)
        return false;
    const auto count = static_cast<int>(item->points.size());
    const int at = m_grabbed;
    if (const auto way = direction(event.key())) {
        stepCross(way->x() * stepOf(event), way->y() * stepOf(event));
    } else if (event.key() == Qt::Key_Tab || event.key() == Qt::Key_Backtab) {
        letGo();
        grab((at + (event.key() == Qt::Key_Tab ? 1 : count - 1)) % count);
        Q_EMIT crossMoved();
    } else if (isEnter(event.key()) || event.key() == Qt::Key_Escape) {
        letGo();
    } else {
        return false;
    }
    return true;
}

/// Words are moved by what is seen: a fine picture would take a key for each quarter of a pixel of the screen.
bool MeasureTool::keyWhileHoldingLabel(const QKeyEvent &event)
{
    constexpr double kViewStep = 4;
    const auto label = selectedLabel();
    if (const auto way = direction(event.key())) {
        if (label)
            moveLabel(label->center() + QPointF(*way) * stepOf(event) * kViewStep);
        return true;
    }
    if (event.key() == Qt::Key_Escape)
        setLabelAt(m_labelWas, m_gesture);
    letGo();
    return true;
}

bool MeasureTool::keyWhileSelected(const QKeyEvent &event)
{
    if (!selectedItem())
        return false;
    if (isEnter(event.key())) {
        grab(0);
        Q_EMIT crossMoved();
    } else if (event.key() == Qt::Key_Escape) {
        deselect();
    }
    return true;
}

} // namespace simiao::viewer
