#pragma once

#include "domain/administration/desk_device.h"
#include "workflow/ports/store.h"

namespace simiao::workflow::query {

/// What one desk uses, also what was withdrawn from it; by role.
inline constexpr Query<administration::DeskDevice, QString> devicesOfWorkstation{"desk_device/of_workstation",
                                                                                 {"workstation"}};
/// … of all desks, by desk and role.
inline constexpr Query<administration::DeskDevice> deskDevices{"desk_device/all", {}};

} // namespace simiao::workflow::query
