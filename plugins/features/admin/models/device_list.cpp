#include "admin/models/device_list.h"

#include "admin/models/words.h"
#include "workflow/administration/devices.h"

#include <QCoroTask>

namespace simiao::admin {

using administration::DeskDevice;

DeviceList::DeviceList(sdk::Desk *desk, QObject *parent)
    : QObject(parent)
    , m_desk(desk)
    , m_table(new DeviceTableModel(desk, this))
{
    connect(desk->context().store->changes(), &workflow::ChangeFeed::committed, this,
            [this](const workflow::Receipt &receipt) {
                if (workflow::touches<DeskDevice>(receipt))
                    reload();
            });
    reload();
}

std::optional<DeviceLine> DeviceList::line(const QString &workstation, administration::DeviceRole role) const
{
    const int row = m_table->rowOf(workstation, role);
    return row < 0 ? std::nullopt : std::optional(m_table->at(row));
}

void DeviceList::choose(int row)
{
    if (row < 0 || row >= m_table->rowCount())
        return;
    m_current = m_table->at(row);
    Q_EMIT chosen();
}

void DeviceList::adopt(const DeskDevice &device)
{
    const auto known = std::ranges::find(m_devices, device.id, &DeskDevice::id);
    if (known == m_devices.end())
        m_devices.push_back(device);
    else
        *known = device;
    m_current = DeviceLine{device.workstation, device.role, device};
    show();
    Q_EMIT chosen();
}

void DeviceList::reload()
{
    QCoro::connect(workflow::devicesOfAllDesks(m_desk->context()), this,
                   [this](const Result<std::vector<DeskDevice>> &devices) { take(devices); });
}

void DeviceList::retranslate()
{
    m_table->refresh();
    show();
}

void DeviceList::take(const Result<std::vector<DeskDevice>> &devices)
{
    if (!devices) {
        m_state = Words::failure(devices.error(), *m_desk);
        return Q_EMIT listChanged();
    }
    m_isLoaded = true;
    m_devices = *devices;
    show();
}

void DeviceList::show()
{
    if (!m_isLoaded)
        return;
    auto lines = deviceLines(m_devices, ownDesk());
    m_state = lines.empty()
        ? ui::ViewState::empty(tr("No desk has a device yet"), tr("\"Another desk\" enters the first one."))
        : ui::ViewState::ready();
    Q_EMIT listAboutToChange();
    m_table->replace(std::move(lines));
    if (m_current)
        m_current = line(m_current->workstation, m_current->role);
    Q_EMIT listChanged();
}

} // namespace simiao::admin
