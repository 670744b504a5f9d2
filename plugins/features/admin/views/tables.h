#pragma once

#include <initializer_list>

class QAbstractItemModel;
class QString;
class QTableView;

namespace simiao::admin {

/// A table to walk through row by row: no grid, one row chosen, Tab leaves it. `widths` are those of the columns, 0 takes
/// the rest.
QTableView *rowTable(QAbstractItemModel *model, const QString &name, std::initializer_list<int> widths);

/// Puts the focus there, on the current row or the first.
void enterTable(QTableView *table);

} // namespace simiao::admin
