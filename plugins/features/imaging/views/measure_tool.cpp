#include "imaging/views/measure_tool.h"

#include "imaging/measure/values.h"
#include "imaging/views/measure_shape.h"

#include <QLineF>

#include <algorithm>
#include <cmath>

// What a MeasureTool holds and does. Pointer and keys stand in measure_tool_input.cpp, moving words in measure_tool_label.cpp.

namespace simiao::viewer {

using imaging::ImagePoint;
using imaging::Measurement;
using imaging::MeasurementKind;

MeasureTool::MeasureTool(ImageStack *stack, MeasurementBook *book, QObject *parent)
    : QObject(parent)
    , m_stack(stack)
    , m_book(book)
{
    connect(stack, &ImageStack::changed, this, &MeasureTool::follow);
    connect(book, &MeasurementBook::changed, this, [this] {
        if (!selectedItem())
            deselect();
        Q_EMIT changed();
    });
    follow();
}

void MeasureTool::setMapping(const ImageMapping &mapping, const QRectF &visible)
{
    m_mapping = mapping;
    m_visible = visible;
}

/// What is half drawn belongs to the slice it was begun on.
void MeasureTool::follow()
{
    const auto *slice = m_stack->shownSlice();
    const auto image =
        slice ? std::optional(ImageKey{slice->instance.sopInstanceUid, slice->frame}) : std::nullopt;
    if (image == m_image)
        return;
    letGo();
    m_image = image;
    m_points.clear();
    m_pressed.reset();
    deselect();
    if (!image)
        m_kind.reset();
    Q_EMIT changed();
}

const std::vector<Measurement> &MeasureTool::shown() const
{
    static const std::vector<Measurement> none;
    return m_image ? m_book->page(*m_image).items() : none;
}

const Measurement *MeasureTool::selectedItem() const
{
    return m_image && !m_selected.isEmpty() ? m_book->page(*m_image).find(m_selected) : nullptr;
}

void MeasureTool::choose(MeasurementKind kind)
{
    const bool isAgain = m_kind == kind;
    letGo();
    putAway();
    deselect();
    if (!isAgain && m_image && !m_mapping.isEmpty()) {
        m_kind = kind;
        const auto middle = m_mapping.clamped(m_mapping.toImage(m_visible.center()));
        m_cross = {std::round(middle.column), std::round(middle.row)};
    }
    Q_EMIT changed();
}

void MeasureTool::putAway()
{
    m_kind.reset();
    m_points.clear();
    m_pressed.reset();
}

void MeasureTool::deselect()
{
    m_selected.clear();
    m_grabbed = -1;
    m_dragged = Hold::None;
    m_isLabelHeld = false;
}

std::optional<Measurement> MeasureTool::pending() const
{
    if (!m_kind || m_points.empty())
        return {};
    Measurement drawn{.id = {}, .kind = *m_kind, .points = m_points};
    drawn.points.push_back(m_cross);
    if (drawn.kind == MeasurementKind::Bidirectional && m_stack->frame())
        drawn.points = imaging::squared(imaging::scaleOf(m_stack->frame()->facts()), drawn.points);
    return drawn;
}

bool MeasureTool::closesPolygon(const ImagePoint &point) const
{
    const auto least = static_cast<std::size_t>(imaging::pointCount(MeasurementKind::Polygon));
    if (m_kind != MeasurementKind::Polygon || m_points.size() < least)
        return false;
    const auto distance = QLineF(m_mapping.toView(point), m_mapping.toView(m_points.front())).length();
    return distance <= kHandleReach || point == m_points.back();
}

/// A point on top of the one before would be no line: it is not set.
void MeasureTool::setPoint(const ImagePoint &point)
{
    if (!m_kind)
        return;
    if (closesPolygon(point))
        return finish();
    const bool isNewLine = *m_kind == MeasurementKind::Cobb && m_points.size() == 2;
    if (!m_points.empty() && m_points.back() == point && !isNewLine)
        return;
    m_points.push_back(point);
    m_cross = point;
    const bool isOpen = *m_kind == MeasurementKind::Polygon;
    if (!isOpen && m_points.size() == static_cast<std::size_t>(imaging::pointCount(*m_kind)))
        return finish();
    Q_EMIT changed();
}

void MeasureTool::finish()
{
    Measurement made{.id = m_book->newId(), .kind = *m_kind, .points = m_points};
    if (made.kind == MeasurementKind::Bidirectional)
        made.points = imaging::squared(imaging::scaleOf(m_stack->frame()->facts()), made.points);
    putAway();
    if (made.kind == MeasurementKind::Text) {
        m_worded = made;
        m_wordedImage = m_image;
        Q_EMIT wordsWanted(made.points.front(), {});
    } else {
        m_book->add(*m_image, made);
        m_selected = made.id;
    }
    Q_EMIT changed();
}

void MeasureTool::rename()
{
    const auto *item = selectedItem();
    if (!item)
        return;
    m_worded = *item;
    m_wordedImage = m_image;
    Q_EMIT wordsWanted(item->points.front(), item->label);
}

void MeasureTool::takeWords(const QString &words)
{
    if (!m_wordedImage)
        return;
    const auto image = *std::exchange(m_wordedImage, std::nullopt);
    m_worded.label = words.trimmed();
    const bool isThere = m_book->page(image).find(m_worded.id);
    const bool isEmptyText = m_worded.kind == MeasurementKind::Text && m_worded.label.isEmpty();
    if (isEmptyText)
        return;
    if (isThere)
        m_book->change(image, m_worded);
    else if (m_worded.kind == MeasurementKind::Text)
        m_book->add(image, m_worded);
    if (image == m_image)
        m_selected = m_worded.id;
    Q_EMIT changed();
}

void MeasureTool::undo()
{
    letGo();
    if (m_points.size() > 1)
        m_points.pop_back();
    else if (!m_points.empty())
        m_points.clear();
    else if (m_image)
        m_book->undo(*m_image);
    Q_EMIT changed();
}

void MeasureTool::redo()
{
    letGo();
    if (m_image)
        m_book->redo(*m_image);
}

void MeasureTool::removeSelected()
{
    if (!selectedItem())
        return;
    letGo();
    m_book->remove(*m_image, QString(m_selected));
}

bool MeasureTool::selectNext(bool isForward)
{
    if (m_kind)
        return false;
    letGo();
    const auto &items = shown();
    const auto count = static_cast<int>(items.size());
    const auto at = static_cast<int>(std::ranges::find(items, m_selected, &Measurement::id) - items.begin());
    const int from = at < count ? at : (isForward ? -1 : count);
    const int next = from + (isForward ? 1 : -1);
    deselect();
    const bool isThere = next >= 0 && next < count;
    if (isThere)
        m_selected = items[static_cast<std::size_t>(next)].id;
    Q_EMIT changed();
    return isThere;
}

void MeasureTool::grab(int index)
{
    ++m_gesture;
    m_grabbed = index;
    m_cross = selectedItem()->points[static_cast<std::size_t>(index)];
    Q_EMIT changed();
}

/// Either axis of a Bidirectional takes the other with it, so that they stay at right angles.
void MeasureTool::moveGrabbed(const ImagePoint &to)
{
    const auto *item = selectedItem();
    if (!item || m_grabbed < 0)
        return;
    auto moved = *item;
    m_cross = m_mapping.clamped(to);
    moved.points[static_cast<std::size_t>(m_grabbed)] = m_cross;
    if (moved.kind == MeasurementKind::Bidirectional)
        moved.points = imaging::squared(imaging::scaleOf(m_stack->frame()->facts()), moved.points);
    m_book->change(*m_image, moved, m_gesture);
}

/// As far as all its points stay in the picture. Words that somebody put somewhere go along.
void MeasureTool::moveWhole(const ImagePoint &to)
{
    const auto *item = selectedItem();
    if (!item)
        return;
    auto moved = *item;
    const auto shifted = [&](const ImagePoint &point) {
        return ImagePoint{point.column + to.column - m_dragFrom.column, point.row + to.row - m_dragFrom.row};
    };
    for (auto &point : moved.points) {
        point = shifted(point);
        if (m_mapping.clamped(point) != point)
            return;
    }
    if (moved.labelAt)
        moved.labelAt = shifted(*moved.labelAt);
    m_dragFrom = to;
    m_book->change(*m_image, moved, m_gesture);
}

void MeasureTool::letGo()
{
    const bool isHeld = m_grabbed >= 0 || m_isLabelHeld || m_dragged != Hold::None;
    m_grabbed = -1;
    m_dragged = Hold::None;
    m_isLabelHeld = false;
    if (isHeld && m_image)
        m_book->endGesture(*m_image);
}

} // namespace simiao::viewer
