#pragma once

#include "domain/financial/charge_item.h"
#include "ui/models/row_model.h"

namespace simiao::cashier {

/// What is charged: description, quantity with unit, amount in yuan. Roles of ui::TableDelegate.
class ChargeTableModel : public ui::RowModel<financial::ChargeItem>
{
    Q_OBJECT

public:
    enum Column { Description, Quantity, Amount, ColumnCount };

    using RowModel::RowModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const financial::ChargeItem &item, int column) const;
};

} // namespace simiao::cashier
