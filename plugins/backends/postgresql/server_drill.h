#pragma once

#include "server_copy.h"

namespace simiao::postgresql {

/// Restores a copy into a database made for it on the server of `place`, and drops that whatever came of it. What a drill that was
/// killed left behind is dropped by the next one.
/// \returns what ServerCopies::drill() says; Conflict `server.drill-running`
Result<sdk::ServerCopy> drill(const CopyPlace &place, const QString &file);

} // namespace simiao::postgresql
