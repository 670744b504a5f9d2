#include "admin/models/archive_table_model.h"

#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

QVariant ArchiveTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const bool hasBadge = index.column() == State && !line.isTyped && line.trial;
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::ToolTipRole: return Words::toolTip(text(line, index.column()));
    case ui::TableBadgeRole: return hasBadge ? int(ArchiveWords::severity(*line.trial)) : QVariant();
    default: return {};
    }
}

QString ArchiveTableModel::heading(int column) const
{
    switch (column) {
    case Name: return tr("Name");
    case Kind: return tr("Kind");
    case Address: return tr("Address");
    case Offered: return tr("Offered");
    case State: return tr("State");
    default: return {};
    }
}

QString ArchiveTableModel::text(const ArchiveLine &line, int column) const
{
    switch (column) {
    case Name: return ArchiveWords::name(line.entry);
    case Kind: return ArchiveWords::kind(line.entry.kind);
    case Address: return ArchiveWords::address(line.entry);
    case Offered: return line.entry.isPreferred ? tr("first") : QString();
    case State:
        if (line.isTyped)
            return tr("not saved");
        return line.trial ? ArchiveWords::state(*line.trial) : QString();
    default: return {};
    }
}

} // namespace simiao::admin
