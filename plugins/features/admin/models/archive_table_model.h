#pragma once

#include "admin/models/archive_words.h"
#include "ui/models/table_model.h"

namespace simiao::admin {

/// One connection as the table shows it: as typed where something was, else as stored.
struct ArchiveLine
{
    workflow::ArchiveEntry entry;
    bool isTyped = false;
    std::optional<ArchiveTrial> trial;
};

/// This end, archives, worklists and film printers. Roles of ui::TableDelegate.
class ArchiveTableModel : public ui::TableModel<ArchiveLine>
{
    Q_OBJECT

public:
    enum Column { Name, Kind, Address, Offered, State, ColumnCount };

    using TableModel::TableModel;

    int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : ColumnCount;
    }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString heading(int column) const override;
    QString text(const ArchiveLine &line, int column) const;
};

} // namespace simiao::admin
