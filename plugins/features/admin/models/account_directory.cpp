#include "admin/models/account_directory.h"

#include "workflow/ports/queries.h"

namespace simiao::admin {

Task<Result<AccountDirectory>> readAccounts(workflow::Context context)
{
    auto authorising = workflow::authorise(context, QStringLiteral("account.manage"));
    CO_TRY_VOID(co_await authorising);
    auto findingAccounts = workflow::find(context.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await findingAccounts);
    auto findingDepartments = workflow::find(context.store, workflow::query::organizations);
    CO_TRY(const auto departments, co_await findingDepartments);
    const AccountDirectory directory{accounts, departments};
    co_return directory;
}

} // namespace simiao::admin
