#pragma once

#include "sdk/server_keeper.h"
#include "storage/sql/connection.h"

namespace simiao::postgresql {

/// Takes from everybody what PostgreSQL lets everybody call in this database and no desk needs (keeper/open_functions), and leaves it to
/// simiao_owner, whose functions use some. Only a superuser may: with another log-in nothing is done, and openDoors() names what is open.
Result<void> closeFunctions(storage::Connection &connection);

/// \returns Unavailable where the server is gone
Result<sdk::OpenDoors> openDoors(storage::Connection &connection);

} // namespace simiao::postgresql
