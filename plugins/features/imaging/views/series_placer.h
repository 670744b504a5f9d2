#pragma once

#include "imaging/views/image_cells.h"

#include <QSet>

namespace simiao::viewer {

/// Which of the patient's series stands in which viewport. What somebody put somewhere stays there; viewports that are new take
/// the series that are not shown yet, in their order. \thread GUI
class SeriesPlacer : public QObject
{
    Q_OBJECT

public:
    explicit SeriesPlacer(ImageCells *cells);

    /// The first call fills the viewports.
    void setSeries(std::vector<workflow::ImageSeries> series);
    const std::vector<workflow::ImageSeries> &series() const { return m_series; }

    /// Index into series() of what a viewport shows; -1: nothing.
    int indexIn(int cell) const;
    /// Of what the active one shows.
    int current() const { return indexIn(m_cells->grid()->active()); }
    /// Indexes of what the viewports show.
    QSet<int> shown() const;
    void show(int cell, int series);
    /// In the active viewport.
    void show(int series) { show(m_cells->grid()->active(), series); }
    /// The one with this UID, where it is known.
    void show(int cell, const QString &seriesInstanceUid);
    /// Nothing is to stand in this viewport, until something is shown in it or the layout is another one.
    void leaveEmpty(int cell);
    /// The next or previous one in the active viewport; the last one stays.
    void step(int by);

Q_SIGNALS:
    /// Some viewport, or another one, shows another series.
    void changed();

private:
    void fill();
    int seriesAway() const;

    ImageCells *m_cells;
    std::vector<workflow::ImageSeries> m_series;
    QSet<int> m_empty; ///< cells where nothing is to stand
    GridSize m_emptyIn;
};

} // namespace simiao::viewer
