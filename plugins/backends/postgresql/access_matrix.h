#pragma once

#include "postgres_connector.h"
#include "sdk/server_keeper.h"

namespace simiao::postgresql {

/// Has the server try each act, and each table that only some are shown ("read composition"), in each role (measure_access() of
/// demands.sql), and holds the outcome against the rules of this program.
/// \param server  logged in as a superuser: nobody else may become a desk
/// \returns Forbidden `server.refused` for who is none
Result<sdk::AccessMatrix> measureAccess(const OpenServer &server, const QString &rulesFolder);

} // namespace simiao::postgresql
