#include "admin/models/device_table_model.h"

#include "admin/models/device_words.h"
#include "admin/models/words.h"
#include "ui/widgets/table_delegate.h"

namespace simiao::admin {

DeviceTableModel::DeviceTableModel(const sdk::Desk *desk, QObject *parent)
    : TableModel(parent)
    , m_desk(desk)
{
}

int DeviceTableModel::rowOf(const QString &workstation, administration::DeviceRole role) const
{
    const auto found =
        std::ranges::find_if(rows(), [&](const DeviceLine &line) { return line.isOf(workstation, role); });
    return found == rows().end() ? -1 : int(found - rows().begin());
}

QVariant DeviceTableModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const auto &line = at(index.row());
    const bool isState = index.column() == State;
    switch (role) {
    case Qt::DisplayRole: return text(line, index.column());
    case Qt::ToolTipRole: return Words::toolTip(text(line, index.column()));
    case ui::TableBadgeRole: return isState && line.device ? int(DeviceWords::severity(line)) : QVariant();
    case ui::TableSecondaryRole: return !line.device || !line.device->isActive;
    default: return {};
    }
}

QString DeviceTableModel::heading(int column) const
{
    switch (column) {
    case Desk: return tr("Desk");
    case Use: return tr("Use");
    case Device: return tr("Printer or device");
    case Paper: return tr("Paper");
    case State: return tr("State");
    default: return {};
    }
}

QString DeviceTableModel::text(const DeviceLine &line, int column) const
{
    switch (column) {
    case Desk: return line.workstation;
    case Use: return DeviceWords::use(line.role, *m_desk);
    case Device: return line.device ? line.device->deviceName : QString();
    case Paper:
        return line.device
            ? DeviceWords::paper({line.device->paperWidthTenthMm, line.device->paperHeightTenthMm}, *m_desk)
            : QString();
    case State: return DeviceWords::state(line);
    default: return {};
    }
}

} // namespace simiao::admin
