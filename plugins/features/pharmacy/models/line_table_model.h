#pragma once

#include "pharmacy/models/sheet.h"
#include "ui/models/table_model.h"

namespace simiao::pharmacy {

/// The lines as on paper: number, drug, how it is taken in words, quantity. Roles of ui::TableDelegate.
class LineTableModel : public ui::TableModel<SheetLine>
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

private:
    QString heading(int column) const override;
    Qt::Alignment alignment(int column) const override;
    QString text(const SheetLine &line, int column) const;

    sdk::Desk *m_desk;
};

} // namespace simiao::pharmacy
