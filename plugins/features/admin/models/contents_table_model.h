#pragma once

#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// What a proved copy holds: table, rows, the beginning of the hash over them. Roles of ui::TableDelegate.
class ContentsTableModel : public ui::TableModel<workflow::TableContents>
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

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    QString text(const workflow::TableContents &contents, int column) const;

    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
