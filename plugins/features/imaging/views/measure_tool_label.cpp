#include "imaging/views/measure_tool.h"

#include "imaging/views/drawing_gesture.h"

#include <QLineF>

#include <algorithm>

// How a MeasureTool moves the words of a measurement.

namespace simiao::viewer {

using imaging::ImagePoint;

std::vector<LabelPlace> MeasureTool::labels() const
{
    return m_labels && !shown().empty() ? m_labels() : std::vector<LabelPlace>();
}

std::optional<LabelPlace> MeasureTool::labelUnder(const QPointF &at) const
{
    const auto places = labels();
    // What was painted last lies on top.
    for (auto place = places.rbegin(); place != places.rend(); ++place) {
        if (!place->id.isEmpty() && place->box.contains(at))
            return *place;
    }
    return {};
}

std::optional<QRectF> MeasureTool::selectedLabel() const
{
    const auto places = labels();
    const auto place = std::ranges::find(places, m_selected, &LabelPlace::id);
    const bool isThere = selectedItem() && place != places.end();
    return isThere ? std::optional(place->box) : std::nullopt;
}

bool MeasureTool::isLabelMoved() const
{
    const auto *item = selectedItem();
    return item && item->labelAt;
}

bool MeasureTool::takeLabel(const QPointF &at)
{
    const auto label = labelUnder(at);
    if (!label)
        return false;
    m_selected = label->id;
    m_dragged = Hold::Label;
    m_labelPressed = at;
    m_labelGrip = label->box.center() - at;
    m_isLabelDragged = false;
    ++m_gesture;
    Q_EMIT changed();
    return true;
}

void MeasureTool::dragLabel(const QPointF &at)
{
    m_isLabelDragged = m_isLabelDragged || QLineF(m_labelPressed, at).length() >= kDragFrom;
    if (m_isLabelDragged)
        moveLabel(at + m_labelGrip);
}

/// Not out of sight: there nobody would find it again.
void MeasureTool::moveLabel(const QPointF &centre)
{
    const QPointF seen(std::clamp(centre.x(), m_visible.left(), m_visible.right()),
                       std::clamp(centre.y(), m_visible.top(), m_visible.bottom()));
    setLabelAt(m_mapping.toImage(seen), m_gesture);
}

void MeasureTool::setLabelAt(const std::optional<ImagePoint> &at, int gesture)
{
    const auto *item = selectedItem();
    if (!item)
        return;
    auto moved = *item;
    moved.labelAt = at;
    m_book->change(*m_image, moved, gesture);
}

void MeasureTool::holdLabel()
{
    const bool isAgain = m_isLabelHeld;
    letGo();
    if (!isAgain && !m_kind && selectedLabel()) {
        ++m_gesture;
        m_isLabelHeld = true;
        m_labelWas = selectedItem()->labelAt;
    }
    Q_EMIT changed();
}

void MeasureTool::freeLabel()
{
    letGo();
    if (isLabelMoved())
        setLabelAt({}, 0);
    Q_EMIT changed();
}

} // namespace simiao::viewer
