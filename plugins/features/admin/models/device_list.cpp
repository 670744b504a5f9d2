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
    , m_state(new sdk::KnownState(desk, this))
{
    connect(m_state, &sdk::KnownState::changed, this, &DeviceList::listChanged);
    connect(m_state, &sdk::KnownState::rereadWanted, this, &DeviceList::reload);
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
    if (!devices)
        return m_state->fail(Words::refusal(devices.error(), *m_desk));
    m_devices = *devices;
    m_state->take(ui::ViewState::ready());
    show();
}

void DeviceList::show()
{
    if (!m_state->isKnown())
        return;
    auto lines = deviceLines(m_devices, ownDesk());
    Q_EMIT listAboutToChange();
    m_table->replace(std::move(lines));
    m_state->restate(m_table->rowCount() > 0
                         ? ui::ViewState::ready()
                         : ui::ViewState::empty(tr("No desk has a device yet"),
                                                tr("\"Another desk\" enters the first one.")));
    if (m_current)
        m_current = line(m_current->workstation, m_current->role);
    Q_EMIT listChanged();
}

} // namespace simiao::admin
