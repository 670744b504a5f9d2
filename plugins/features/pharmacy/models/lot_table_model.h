#pragma once

#include "pharmacy/models/sheet.h"
#include "ui/models/table_model.h"

namespace simiao::pharmacy {

/// From which lots the lines are taken: line, drug, lot, expiry, quantity. Roles of ui::TableDelegate.
class LotTableModel : public ui::TableModel<LotPart>
{
    Q_OBJECT

public:
    enum Column { Line, Drug, LotNumber, Expiry, Quantity, ColumnCount };

    explicit LotTableModel(sdk::Desk *desk, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    QString text(const LotPart &part, int column) const;
    QString beside(const LotPart &part, int column) const;
    QVariant severity(const LotPart &part, int column) const;

    sdk::Desk *m_desk;
};

} // namespace simiao::pharmacy
