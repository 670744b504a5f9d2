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

QVariant ProblemTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    return section == Problem ? tr("Problem") : tr("Place");
}

} // namespace simiao::admin
