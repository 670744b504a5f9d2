#pragma once

#include "domain/security/account.h"
#include "workflow/context.h"

namespace simiao::admin {

/// Who may log in, and the departments people belong to.
struct AccountDirectory
{
    std::vector<security::Account> accounts;
    std::vector<administration::Organization> departments;
};

/// Act `account.manage`.
Task<Result<AccountDirectory>> readAccounts(workflow::Context context);

} // namespace simiao::admin
