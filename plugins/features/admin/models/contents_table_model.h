#pragma once

#include "sdk/desk.h"
#include "ui/models/row_model.h"

namespace simiao::admin {

/// What a proved copy holds: table, rows, the beginning of the hash over them. Roles of ui::TableDelegate.
class ContentsTableModel : public ui::RowModel<workflow::TableContents>
{
    Q_OBJECT

public:
    enum Column { Table, Rows, Hash, ColumnCount };

    explicit ContentsTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const workflow::TableContents &contents, int column) const;

    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
