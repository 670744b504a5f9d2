#include "admin/models/problem_table_model.h"

#include "admin/models/words.h"

namespace simiao::admin {

QVariant ProblemTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const auto &problem = at(index.row());
    const auto &text = index.column() == Problem ? problem.code : problem.place;
    return role == Qt::ToolTipRole ? Words::toolTip(text) : text;
}

QString ProblemTableModel::heading(int column) const
{
    return column == Problem ? tr("Problem") : tr("Place");
}

} // namespace simiao::admin
