#pragma once

#include "domain/financial/charge_item.h"
#include "ui/models/table_model.h"

namespace simiao::cashier {

/// What is charged: description, quantity with unit, amount in yuan. Roles of ui::TableDelegate.
class ChargeTableModel : public ui::TableModel<financial::ChargeItem>
{
    Q_OBJECT

public:
    enum Column { Description, Quantity, Amount, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    QString text(const financial::ChargeItem &item, int column) const;
};

} // namespace simiao::cashier
