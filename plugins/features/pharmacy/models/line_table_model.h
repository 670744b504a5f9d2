#pragma once

#include "pharmacy/models/sheet.h"
#include "ui/models/row_model.h"

namespace simiao::pharmacy {

/// The lines as on paper: number, drug, how it is taken in words, quantity. Roles of ui::TableDelegate.
class LineTableModel : public ui::RowModel<SheetLine>
{
    Q_OBJECT

public:
    enum Column { Line, Drug, Usage, Quantity, ColumnCount };

    explicit LineTableModel(sdk::Desk *desk, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QString text(const SheetLine &line, int column) const;

    sdk::Desk *m_desk;
};

} // namespace simiao::pharmacy
