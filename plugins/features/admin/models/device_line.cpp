#include "admin/models/device_line.h"

#include <algorithm>

namespace simiao::admin {

using administration::DeskDevice;
using administration::DeviceRole;

namespace {

DeviceLine lineOf(const std::vector<DeskDevice> &devices, const QString &desk, DeviceRole role)
{
    const auto found = std::ranges::find_if(
        devices, [&](const DeskDevice &device) { return device.workstation == desk && device.role == role; });
    return {desk, role, found == devices.end() ? std::nullopt : std::optional(*found)};
}

} // namespace

DeskDevice DeviceLine::values() const
{
    return device ? *device : administration::newDeskDevice(workstation, role);
}

std::vector<DeviceLine> deviceLines(const std::vector<DeskDevice> &devices, const QString &ownDesk)
{
    std::vector<DeviceLine> lines;
    for (std::size_t role = 0; !ownDesk.isEmpty() && role < kCodes<DeviceRole>.size(); ++role)
        lines.push_back(lineOf(devices, ownDesk, DeviceRole(role)));
    const auto others = std::ssize(lines);
    for (const auto &device : devices) {
        if (device.workstation != ownDesk)
            lines.push_back({device.workstation, device.role, device});
    }
    std::ranges::sort(lines.begin() + others, lines.end(), {},
                      [](const DeviceLine &line) { return std::pair(line.workstation, line.role); });
    return lines;
}

} // namespace simiao::admin
