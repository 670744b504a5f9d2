#pragma once

#include "ui/models/row_model.h"
#include "workflow/ports/maintenance.h"

namespace simiao::admin {

/// What a check found: the code of the problem, and where. Roles of ui::TableDelegate.
class ProblemTableModel : public ui::RowModel<workflow::StoreProblem>
{
    Q_OBJECT

public:
    enum Column { Problem, Place, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
};

} // namespace simiao::admin
