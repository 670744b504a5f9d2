#pragma once

#include "storage/sql/connection.h"

namespace simiao::postgresql {

/// Whether desks may log in to the database of the connection; a database that is being filled keeps them out.
Result<void> keepDesksOut(storage::Connection &connection);
Result<void> letDesksIn(storage::Connection &connection);

/// Makes the database one that a copy is being put into: marked, so that what a killed restore left is known for what it is. That is
/// taken away first. The mark is held as long as the connection lives.
/// \returns Conflict `server.not-empty` (a table), `server.restore-running`; Forbidden `server.refused`
Result<void> beginFilling(storage::Connection &connection);

/// The mark is gone and desks are let in, both or neither.
Result<void> endFilling(storage::Connection &connection);

/// As it was before beginFilling(): without our schemas.
Result<void> emptyAgain(storage::Connection &connection);

} // namespace simiao::postgresql
