#pragma once

#include "postgres_connector.h"
#include "sdk/server_keeper.h"

namespace simiao::postgresql {

/// Makes a log-in of the server, or gives one of ours a new password. One of another kind before becomes this kind and no other, and what was set for its
/// sessions (ALTER ROLE ... SET) is taken back. A person's gets the server's roles of the account's roles, and
/// loses those that the account has no more. The password travels as its SCRAM verifier: no log of the server has it.
/// \param server  logged in as somebody who may make roles
/// \returns Invalid `server.login-name`, `server.login-password`, `server.program-login` of a program's that is to be a person's or to stand at
///          desks; NotFound `server.no-person`
Result<void> admit(const OpenServer &server, const sdk::ServerLogin &login);

} // namespace simiao::postgresql
