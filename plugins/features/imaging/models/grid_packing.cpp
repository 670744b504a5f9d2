#include "imaging/models/grid_packing.h"

#include <algorithm>
#include <set>

namespace simiao::viewer {

namespace {

/// -1: it is not among them.
int placeOf(const std::vector<int> &left, int wanted)
{
    const auto found = std::ranges::find(left, wanted);
    return found == left.end() ? -1 : static_cast<int>(found - left.begin());
}

} // namespace

GridPacking::GridPacking(const GridSize &size, const std::vector<int> &cells)
    : m_size(size)
{
    std::set<int> rows;
    std::set<int> columns;
    for (const int cell : cells) {
        rows.insert(cell / size.columns);
        columns.insert(cell % size.columns);
    }
    m_rows.assign(rows.begin(), rows.end());
    m_columns.assign(columns.begin(), columns.end());
}

GridSize GridPacking::size() const
{
    return {static_cast<int>(m_rows.size()), static_cast<int>(m_columns.size())};
}

int GridPacking::rowOf(int cell) const
{
    return placeOf(m_rows, cell / m_size.columns);
}

int GridPacking::columnOf(int cell) const
{
    return placeOf(m_columns, cell % m_size.columns);
}

bool GridPacking::hasRoom(int cell) const
{
    return cell < m_size.count() && rowOf(cell) >= 0 && columnOf(cell) >= 0;
}

/// Neighbours share an edge, however the pixels divide.
QRect GridPacking::place(int cell, const QSize &whole) const
{
    const auto edge = [](int length, int parts, int at) { return length * at / parts; };
    const auto left = size();
    const int row = rowOf(cell);
    const int column = columnOf(cell);
    const QPoint from(edge(whole.width(), left.columns, column), edge(whole.height(), left.rows, row));
    const QPoint to(edge(whole.width(), left.columns, column + 1), edge(whole.height(), left.rows, row + 1));
    return {from, to - QPoint(1, 1)};
}

} // namespace simiao::viewer
