#include "imaging/views/series_placer.h"

#include <algorithm>

namespace simiao::viewer {

SeriesPlacer::SeriesPlacer(ImageCells *cells)
    : QObject(cells)
    , m_cells(cells)
{
    connect(cells->grid(), &ViewportGrid::shownChanged, this, &SeriesPlacer::fill);
    connect(cells->grid(), &ViewportGrid::activeChanged, this, &SeriesPlacer::changed);
    connect(cells->grid(), &ViewportGrid::seriesDropped, this,
            [this](int cell, const QString &uid) { show(cell, uid); });
}

void SeriesPlacer::setSeries(std::vector<workflow::ImageSeries> series)
{
    m_series = std::move(series);
    fill();
}

/// The whole series is compared: images of two people may carry the same UID.
int SeriesPlacer::indexIn(int cell) const
{
    const auto &shown = m_cells->at(cell).stack->series();
    const auto place = std::ranges::find(m_series, shown);
    return place == m_series.end() ? -1 : static_cast<int>(place - m_series.begin());
}

QSet<int> SeriesPlacer::shown() const
{
    QSet<int> indexes;
    for (int cell = 0; cell < m_cells->grid()->count(); ++cell)
        indexes.insert(indexIn(cell));
    return indexes;
}

void SeriesPlacer::show(int cell, int series)
{
    if (series < 0 || series >= static_cast<int>(m_series.size()))
        return;
    m_empty.remove(cell);
    const auto &wanted = m_series[static_cast<std::size_t>(series)];
    const auto &place = m_cells->at(cell);
    if (wanted != place.stack->series())
        place.stack->setSeries(wanted);
    place.viewport->setSeriesPosition(series, static_cast<int>(m_series.size()));
    Q_EMIT changed();
}

void SeriesPlacer::leaveEmpty(int cell)
{
    m_empty.insert(cell);
    m_emptyIn = m_cells->grid()->gridSize();
    m_cells->at(cell).stack->setSeries({});
    Q_EMIT changed();
}

void SeriesPlacer::show(int cell, const QString &seriesInstanceUid)
{
    const auto found =
        std::ranges::find(m_series, seriesInstanceUid, &workflow::ImageSeries::seriesInstanceUid);
    if (found != m_series.end())
        show(cell, static_cast<int>(found - m_series.begin()));
}

void SeriesPlacer::step(int by)
{
    const int last = static_cast<int>(m_series.size()) - 1;
    if (last >= 0)
        show(std::clamp(current() + by, 0, last));
}

/// What is looked at on another screen has a second view in the panel where there is nothing else to see; -1: all are in the panel.
int SeriesPlacer::seriesAway() const
{
    for (int cell = 0; cell < m_cells->grid()->count(); ++cell) {
        if (m_cells->grid()->cell(cell)->isLent())
            return indexIn(cell);
    }
    return -1;
}

/// A series that grew, or lost a place, is shown as it is now.
void SeriesPlacer::fill()
{
    if (m_emptyIn != m_cells->grid()->gridSize())
        m_empty.clear();
    QSet<int> taken;
    for (int cell = 0; cell < m_cells->grid()->count(); ++cell) {
        const auto uid = m_cells->at(cell).stack->series().seriesInstanceUid;
        if (const int same = indexIn(cell); same >= 0)
            show(cell, same);
        else if (!uid.isEmpty())
            show(cell, uid);
        taken.insert(indexIn(cell));
    }
    const int away = seriesAway();
    int next = 0;
    for (int cell = 0; cell < m_cells->grid()->count(); ++cell) {
        if (indexIn(cell) >= 0 || m_empty.contains(cell))
            continue;
        while (taken.contains(next))
            ++next;
        const bool isLeft = next < static_cast<int>(m_series.size());
        show(cell, isLeft ? next : away);
        taken.insert(next);
    }
    Q_EMIT changed();
}

} // namespace simiao::viewer
