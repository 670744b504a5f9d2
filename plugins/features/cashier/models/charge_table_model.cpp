#include "cashier/models/charge_table_model.h"

#include "ui/widgets/table_delegate.h"

namespace simiao::cashier {

QString ChargeTableModel::text(const financial::ChargeItem &item, int column) const
{
    switch (column) {
    case Description: return item.description;
    case Quantity: return QString::number(item.quantity);
    case Amount: return item.amount.toYuan();
    default: return {};
    }
}

QVariant ChargeTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &item = at(index.row());
    switch (role) {
    case Qt::DisplayRole: return text(item, index.column());
    case Qt::TextAlignmentRole:
        return int(index.column() == Description ? Qt::AlignLeft : Qt::AlignRight) | int(Qt::AlignVCenter);
    case ui::TableUnitRole: return index.column() == Quantity ? item.unit : QString();
    default: return {};
    }
}

QString ChargeTableModel::heading(int column) const
{
    switch (column) {
    case Description: return tr("Charge");
    case Quantity: return tr("Quantity");
    case Amount: return tr("Amount, CNY");
    default: return {};
    }
}

Qt::Alignment ChargeTableModel::alignment(int column) const
{
    return column == Description ? Qt::AlignLeft : Qt::AlignRight;
}

} // namespace simiao::cashier
