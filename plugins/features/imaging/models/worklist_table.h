#pragma once

#include "ui/models/table_model.h"
#include "workflow/ports/modality_worklist.h"

namespace simiao::viewer {

/// Planned steps as a table: when, on what, what, for whom, asked for by whom.
class WorklistTable : public ui::TableModel<workflow::ScheduledStep>
{
    Q_OBJECT

public:
    enum Column { When, Modality, Station, Step, Patient, Accession, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    QVariant data(const QModelIndex &index, int role) const override;
    /// The row as one line for another program, with tabs between the columns.
    QString line(int row) const;

private:
    QString heading(int column) const override;
    static QString words(const workflow::ScheduledStep &step, int column);
};

} // namespace simiao::viewer
