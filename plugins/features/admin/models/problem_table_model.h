#pragma once

#include "ui/models/table_model.h"
#include "workflow/ports/maintenance.h"

namespace simiao::admin {

/// What a check found: the code of the problem, and where. Roles of ui::TableDelegate.
class ProblemTableModel : public ui::TableModel<workflow::StoreProblem>
{
    Q_OBJECT

public:
    enum Column { Problem, Place, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
};

} // namespace simiao::admin
