#pragma once

#include "core/result.h"

#include <chrono>
#include <stop_token>

namespace simiao::dimse {

/// The IPv4 address of a host, for the toolkit, which would ask for it without an end.
/// \returns Unavailable `archive.unreachable` where the name is not known, `archive.silent` after `patience`; Cancelled
/// \thread any but the GUI's; blocks
Result<QString> addressOf(const QString &host, std::chrono::milliseconds patience, std::stop_token stop);

} // namespace simiao::dimse
