#pragma once

#include "admin/models/reject.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// Rows that cannot be imported: line, column, what stands there, why. Roles of ui::TableDelegate.
class RejectTableModel : public ui::TableModel<Reject>
{
    Q_OBJECT

public:
    enum Column { Row, Name, Found, Reason, ColumnCount };
    /// What rows are sorted by: the number of a line is a number.
    static constexpr int kSortRole = Qt::UserRole + 1;

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

    /// All of it as CSV, with a heading, in the order of the file.
    QByteArray csv() const;

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    QString text(const Reject &reject, int column) const;
};

} // namespace simiao::admin
