#pragma once

#include "imaging/views/active_view.h"
#include "imaging/views/viewport_grid.h"

namespace simiao::viewer {

/// One image viewport of the grid.
struct ImageCell
{
    ImageStack *stack = nullptr;
    Viewport *viewport = nullptr;
};

/// What the viewports of a grid are made from.
struct CellParts
{
    std::shared_ptr<workflow::ImageSource> source;
    std::shared_ptr<FrameCache> cache;
    MeasurementBook *book = nullptr;
    QString mrn; ///< of the visit's patient
    std::shared_ptr<const ViewerData> data = nullptr;
};

/// The image viewports of the grid, made when they are needed, and which of them keys act on. The active one is named
/// `imaging.viewport`, the others `imaging.viewport.2` … by their place. \thread GUI
class ImageCells : public QObject
{
    Q_OBJECT

public:
    ImageCells(CellParts parts, QObject *parent = nullptr);

    const std::shared_ptr<workflow::ImageSource> &source() const { return m_parts.source; }
    ViewportGrid *grid() const { return m_grid; }
    ActiveView *active() const { return m_active; }
    /// Those of the grid, shown or behind the maximised one.
    std::vector<ImageCell> cells() const;
    /// Those that are to be seen.
    std::vector<ImageCell> shown() const;
    const ImageCell &at(int index) const { return m_cells.at(static_cast<std::size_t>(index)); }

Q_SIGNALS:
    /// There is one more.
    void made(const simiao::viewer::ImageCell &cell);
    /// What some viewport shows changed.
    void changed(int index);

private:
    QWidget *make(int index);
    void followActive();
    void followShown();

    CellParts m_parts;
    std::shared_ptr<LoadTurns> m_turns = std::make_shared<LoadTurns>();
    std::vector<ImageCell> m_cells;
    ViewportGrid *m_grid;
    ActiveView *m_active;
};

} // namespace simiao::viewer
