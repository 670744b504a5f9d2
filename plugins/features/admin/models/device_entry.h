#pragma once

#include "core/error.h"
#include "domain/administration/desk_device.h"

#include <optional>

namespace simiao::admin {

/// What is being set up, as typed, until it is stored or given up.
struct DeviceEntry
{
    administration::DeskDevice values;
    /// The same for each attempt, until the store has answered one.
    Uuid command;
    /// Why the last attempt was refused; gone with the next key.
    std::optional<Error> fault;
};

} // namespace simiao::admin
