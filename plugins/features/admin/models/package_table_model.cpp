#include "admin/models/package_table_model.h"

#include "admin/models/package_words.h"
#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

PackageTableModel::PackageTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

QVariant PackageTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole: return text(line, column);
    case Qt::ToolTipRole: return Words::toolTip(toolTip(line, column));
    case ui::TableBadgeRole:
        return column == Origin ? QVariant(int(PackageWords::severityOf(line))) : QVariant();
    case ui::TableUnitRole:
        return column == Version && !line.newerShipped.isEmpty() ? tr("shipped: %1").arg(line.newerShipped)
                                                                 : QVariant();
    case ui::TableSecondaryRole: return column == Source;
    default: return {};
    }
}

QString PackageTableModel::heading(int column) const
{
    switch (column) {
    case Title: return tr("Rules and templates");
    case Version: return tr("Version");
    case Origin: return tr("Origin");
    case Period: return tr("Valid");
    case Source: return tr("Source");
    default: return {};
    }
}

QString PackageTableModel::text(const PackageLine &line, int column) const
{
    switch (column) {
    case Title: return line.title.in(m_desk->locale().name());
    case Version: return line.header.release;
    case Origin: return PackageWords::origin(line);
    case Period: return PackageWords::period(line.header.validFrom, line.header.validTo);
    case Source: return line.header.source;
    default: return {};
    }
}

QString PackageTableModel::toolTip(const PackageLine &line, int column) const
{
    if (column == Title)
        return line.name;
    if (column == Origin && line.problem)
        return sdk::errorText(*line.problem);
    return column == Source ? line.header.source : QString();
}

} // namespace simiao::admin
