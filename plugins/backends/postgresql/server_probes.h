#pragma once

#include "storage/sql/connection.h"

namespace simiao::postgresql {

/// Tries on a server what the back-end uses of it (`sqlFolder`/postgresql/probes.sql); nothing stays of it.
/// \returns Invalid `server.lacks` with the names of all that it cannot
Result<void> probeServer(storage::Connection &connection, const QString &sqlFolder);

} // namespace simiao::postgresql
