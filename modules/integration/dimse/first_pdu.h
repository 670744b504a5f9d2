#pragma once

#include "core/result.h"

#include <chrono>
#include <stop_token>

namespace simiao::dimse {

/// Waits until all of the first PDU of a caller, or of his first TLS record, has come, and leaves it where it is.
/// \returns Unavailable `archive.silent`, `archive.cut`; Invalid `archive.answer` for what is neither; Cancelled
/// \thread blocks
Result<void> awaitFirstPdu(int socket, std::chrono::milliseconds patience, const std::stop_token &stop);

} // namespace simiao::dimse
