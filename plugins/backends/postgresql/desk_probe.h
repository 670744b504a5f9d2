#pragma once

#include "core/result.h"
#include "storage/sql/connection.h"

namespace simiao::postgresql {

/// What a desk needs of the server it connects to, asked in one question that needs no right; what it needs to be set up is
/// probeServer()'s.
/// \returns the first that is missing: Invalid `server.too-old` (its version) or `server.encoding` (the database's), NotFound
///          `server.not-set-up`, Forbidden `server.no-desk` (the log-in) of one that is none of a desk's, `server.no-rights` (what
///          cannot be read or called) of a database whose rights were changed
Result<void> probeForDesk(storage::Connection &connection);

} // namespace simiao::postgresql
