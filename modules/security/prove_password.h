#pragma once

#include "security/password_hash.h"
#include "workflow/ports/store.h"

namespace simiao::security {

/// Whether the password belongs to the log-in name: by the verifier where the store shows it, else by the store itself, which then is
/// asked in her name (workflow::SignIn). A name that nobody has takes as long as one that exists.
/// \param verifier  Account::passwordHash as read; empty when there is no such account or the store keeps it to itself
Task<Result<bool>> provePassword(std::shared_ptr<workflow::Store> store,
                                 QString loginName,
                                 QString verifier,
                                 QString password);

} // namespace simiao::security
