#pragma once

#include "admin/models/package_lines.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// What can be replaced, and what holds of it: title, version, origin, period, source. Roles of ui::TableDelegate.
class PackageTableModel : public ui::TableModel<PackageLine>
{
    Q_OBJECT

public:
    enum Column { Title, Version, Origin, Period, Source, ColumnCount };

    explicit PackageTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(const PackageLine &line, int column) const;
    QString toolTip(const PackageLine &line, int column) const;

    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
