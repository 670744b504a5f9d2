#pragma once

#include "domain/administration/desk_device.h"
#include "workflow/context.h"

/// What desks print on and read with. A print asks for the devices of its own desk; the administrator sets them up.
namespace simiao::workflow {

/// What the desk uses, by role, also what was withdrawn. One's own desk needs no permission, another one act `device.manage`.
Task<Result<std::vector<administration::DeskDevice>>> devicesOfDesk(Context context, QString workstation);

/// … of all desks that have something, by desk and role. Act `device.manage`.
Task<Result<std::vector<administration::DeskDevice>>> devicesOfAllDesks(Context context);

/// Gives the desk this device, also one that was withdrawn. `device` is new (version 0), or a row as it was read with other
/// values; desk and role of a row stay. Act `device.manage`.
/// \returns what checkedDevice() says; Conflict `device.assigned` when the desk has one for this use already,
///          `store.version` when somebody changed it since it was read
Task<Result<administration::DeskDevice>> assignDevice(Context context,
                                                      Uuid command,
                                                      administration::DeskDevice device);

/// Takes the device from the desk; the row stays and says so. Act `device.manage`. Conflict as above.
Task<Result<administration::DeskDevice>> withdrawDevice(Context context,
                                                        Uuid command,
                                                        administration::DeskDevice device);

/// Says in the trail that a test page was made for this device, before it is. Act `device.manage`.
Task<Result<void>> recordTestPage(Context context, Uuid command, administration::DeskDevice device);

} // namespace simiao::workflow
