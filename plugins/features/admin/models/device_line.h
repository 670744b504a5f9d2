#pragma once

#include "domain/administration/desk_device.h"

#include <optional>

namespace simiao::admin {

/// One use at one desk, and what is on record for it, if anything.
struct DeviceLine
{
    QString workstation;
    administration::DeviceRole role = administration::DeviceRole::Prescription;
    std::optional<administration::DeskDevice> device;

    /// What is on record, or a new row with the usual paper.
    administration::DeskDevice values() const;
    bool isOf(const QString &desk, administration::DeviceRole use) const
    {
        return workstation == desk && role == use;
    }

    bool operator==(const DeviceLine &) const = default;
};

/// Every use of the own desk first, then what other desks have. Pure.
std::vector<DeviceLine> deviceLines(const std::vector<administration::DeskDevice> &devices,
                                    const QString &ownDesk);

} // namespace simiao::admin
