#pragma once

#include <initializer_list>

class QAbstractItemModel;
class QTableView;
class QString;

namespace simiao::pharmacy {

/// A table to read: no grid, no selection, as high as its rows. The first column is the narrow line number; `widths`
/// are those of the columns after it, 0 takes the rest.
QTableView *readingTable(QAbstractItemModel *model, const QString &name, std::initializer_list<int> widths);

/// Gives the table exactly the height of its rows, up to `maximumRows`.
void fitToRows(QTableView *table, int maximumRows);

} // namespace simiao::pharmacy
