#pragma once

#include "admin/models/plugin_line.h"
#include "sdk/desk.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// Plugins: title, id, kind, version, state, remarks. Roles of ui::TableDelegate.
class PluginTableModel : public ui::TableModel<PluginLine>
{
    Q_OBJECT

public:
    enum Column { Title, Id, Kind, Version, State, Remarks, ColumnCount };

    explicit PluginTableModel(const sdk::Desk *desk, QObject *parent = nullptr);

    QString titleOf(const sdk::PluginStatus &plugin) const;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(const PluginLine &line, int column) const;
    static QString remarks(const PluginLine &line);

    const sdk::Desk *m_desk;
};

} // namespace simiao::admin
