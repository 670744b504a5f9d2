#pragma once

#include "admin/models/device_line.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// Desks and what they use: desk, use, device, paper, state. Roles of ui::TableDelegate.
class DeviceTableModel : public ui::TableModel<DeviceLine>
{
    Q_OBJECT

public:
    enum Column { Desk, Use, Device, Paper, State, ColumnCount };

    explicit DeviceTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    /// -1 when the desk has no such line.
    int rowOf(const QString &workstation, administration::DeviceRole role) const;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(const DeviceLine &line, int column) const;

    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
