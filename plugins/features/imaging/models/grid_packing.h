#pragma once

#include "imaging/models/grid_size.h"

#include <QRect>

namespace simiao::viewer {

/// Some cells of a grid, moved together: rows and columns in which none of them stands take no room.
class GridPacking
{
public:
    /// \param cells  indexes in reading order
    GridPacking(const GridSize &size, const std::vector<int> &cells);

    /// Rows and columns that are left.
    GridSize size() const;
    /// Its row and its column have room.
    bool hasRoom(int cell) const;
    /// Where it stands in `whole`; only where it has room.
    QRect place(int cell, const QSize &whole) const;

private:
    int rowOf(int cell) const;
    int columnOf(int cell) const;

    GridSize m_size;
    std::vector<int> m_rows;    ///< that are left, ascending
    std::vector<int> m_columns; ///< as m_rows
};

} // namespace simiao::viewer
