#include "imaging/measure/measurement_page.h"

#include <algorithm>

namespace simiao::imaging {

const Measurement *MeasurementPage::find(const QString &id) const
{
    const auto position = positionOf(id);
    return position < m_items.size() ? &m_items[position] : nullptr;
}

std::size_t MeasurementPage::positionOf(const QString &id) const
{
    return static_cast<std::size_t>(std::ranges::find(m_items, id, &Measurement::id) - m_items.begin());
}

void MeasurementPage::add(const Measurement &measurement)
{
    perform({m_items.size(), {}, measurement});
}

void MeasurementPage::change(const Measurement &measurement, int gesture)
{
    const auto position = positionOf(measurement.id);
    if (position == m_items.size() || m_items[position] == measurement)
        return;
    const bool isSameGesture =
        gesture != 0 && !m_done.empty() && m_done.back().gesture == gesture && m_undone.empty();
    if (isSameGesture) {
        m_items[position] = measurement;
        m_done.back().after = measurement;
        if (m_done.back().before == measurement)
            m_done.pop_back();
        return;
    }
    perform({position, m_items[position], measurement, gesture});
}

void MeasurementPage::remove(const QString &id)
{
    const auto position = positionOf(id);
    if (position < m_items.size())
        perform({position, m_items[position], {}});
}

void MeasurementPage::perform(Change change)
{
    put(change.position, change.before, change.after);
    m_done.push_back(std::move(change));
    m_undone.clear();
}

void MeasurementPage::put(std::size_t position,
                          const std::optional<Measurement> &from,
                          const std::optional<Measurement> &to)
{
    const auto place = m_items.begin() + static_cast<std::ptrdiff_t>(position);
    if (from && to)
        *place = *to;
    else if (from)
        m_items.erase(place);
    else if (to)
        m_items.insert(place, *to);
}

void MeasurementPage::undo()
{
    if (!canUndo())
        return;
    auto last = std::move(m_done.back());
    m_done.pop_back();
    put(last.position, last.after, last.before);
    m_undone.push_back(std::move(last));
}

void MeasurementPage::redo()
{
    if (!canRedo())
        return;
    auto next = std::move(m_undone.back());
    m_undone.pop_back();
    put(next.position, next.before, next.after);
    m_done.push_back(std::move(next));
}

void MeasurementPage::restore(std::vector<Measurement> items)
{
    m_items = std::move(items);
    m_done.clear();
    m_undone.clear();
}

} // namespace simiao::imaging
