#pragma once

#include "imaging/models/grid_packing.h"
#include "imaging/views/viewport_cell.h"

#include <functional>

namespace simiao::viewer {

/// Viewports in rows and columns, of equal size. One is worked with: the one that has, or had last, the focus. One may fill the
/// grid for a while. \thread GUI
class ViewportGrid : public QWidget
{
    Q_OBJECT

public:
    /// \param make  the viewport of a cell, when it is needed for the first time; the first at once
    explicit ViewportGrid(std::function<QWidget *(int index)> make, QWidget *parent = nullptr);

    GridSize gridSize() const { return m_size; }
    /// Keeps what is worked with if it is still there, else works with the first. Nothing is maximised then.
    void setGridSize(const GridSize &size);
    /// Cells of the grid, shown or behind the maximised one.
    int count() const { return m_size.count(); }
    /// Only below count().
    ViewportCell *cell(int index) const { return m_cells.at(static_cast<std::size_t>(index)); }

    int active() const { return m_active; }
    /// Gives it the focus if the grid has it.
    void activate(int index);
    /// The one beside the active one; the last in this direction stays.
    void activateBeside(int right, int down);

    bool isMaximised() const { return m_isMaximised; }
    /// The active one alone, and back.
    void setMaximised(bool isMaximised);
    /// The viewport of a cell is about to stand in another window; `note` says so in its place, where something of
    /// its row and of its column is left; else the rest has its room.
    void lend(int index, QWidget *note);
    void takeBack(int index);
    /// Whether the viewport of a cell is to be seen now, here or in another window.
    bool isCellShown(int index) const
    {
        return index < count() && (!m_isMaximised || index == m_active || cell(index)->isLent());
    }

Q_SIGNALS:
    void activeChanged(int index);
    /// Other cells are to be seen than before.
    void shownChanged();
    void seriesDropped(int index, const QString &seriesInstanceUid);

protected:
    void resizeEvent(QResizeEvent *event) override;
    QSize minimumSizeHint() const override { return {200, 160}; }

private:
    void makeCells();
    void followFocus(const QWidget *focus);
    void makeActive(int index);
    void arrange();
    GridPacking packing() const;
    void showFrames();

    std::function<QWidget *(int)> m_make;
    std::vector<ViewportCell *> m_cells;
    GridSize m_size;
    int m_active = 0;
    bool m_isMaximised = false;
};

} // namespace simiao::viewer
