#include "security/account_admin.h"

#include "core/text.h"
#include "domain/security/login_name.h"
#include "security/prove_password.h"
#include "workflow/commit_and_load.h"
#include "workflow/earlier_result.h"
#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::security {

using workflow::Context;

namespace {

const auto kManage = QStringLiteral("account.manage");

Error invalid(const QString &reason, const QString &detail = {})
{
    return {ErrorKind::Invalid, QStringLiteral("account.") + reason, detail};
}

Error conflict(const QString &reason)
{
    return {ErrorKind::Conflict, QStringLiteral("account.") + reason};
}

Result<void> checkRoles(const QStringList &roles, const AccountRules &rules)
{
    if (roles.isEmpty())
        return invalid(QStringLiteral("role-missing"));
    for (const auto &role : roles) {
        if (!rules.roles.contains(role))
            return invalid(QStringLiteral("role-unknown"), role);
    }
    return ok();
}

Account accountOf(const Context &context, const NewAccount &entry, const QString &verifier)
{
    Account account;
    account.id = context.newId<Account>();
    account.loginName = entry.loginName;
    account.name = entry.name;
    account.nameEn = entry.nameEn;
    account.title = entry.title;
    account.roles = {entry.roles.begin(), entry.roles.end()};
    account.department = entry.department;
    account.passwordHash = verifier;
    return account;
}

bool managesAccounts(const Context &context, const Account &account)
{
    const QStringList roles(account.roles.begin(), account.roles.end());
    return account.status == AccountStatus::Active && context.policy->isGranted(roles, kManage);
}

/// Somebody must stay who can let others in: `changed` is how the account will be.
Task<Result<void>> keepAnAdministrator(Context context, Account changed)
{
    if (managesAccounts(context, changed))
        co_return ok();
    auto finding = find(context.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await finding);
    const bool isKept = std::ranges::any_of(accounts, [&](const Account &account) {
        return account.id != changed.id && managesAccounts(context, account);
    });
    co_return isKept ? ok() : Result<void>(conflict(QStringLiteral("last-administrator")));
}

/// NotFound `account.department-unknown` when there is no such department.
Task<Result<void>> checkDepartment(Context context,
                                   std::optional<Id<administration::Organization>> department)
{
    if (!department)
        co_return ok();
    auto finding = find(context.store, workflow::query::organizations);
    CO_TRY(const auto departments, co_await finding);
    if (std::ranges::find(departments, *department, &administration::Organization::id) == departments.end())
        co_return Error{ErrorKind::NotFound, QStringLiteral("account.department-unknown"),
                        department->toString()};
    co_return ok();
}

/// What the audit trail says of a change: the account's id and a word, never a name.
workflow::UnitOfWork changeOf(const Context &context,
                              Uuid command,
                              const Account &account,
                              const QString &word)
{
    const auto detail = QStringLiteral("%1 %2").arg(word, account.id.toString());
    return context.begin(command, kManage, {}, detail);
}

} // namespace

Result<NewAccount> checkedAccount(NewAccount entry, const AccountRules &rules)
{
    entry.loginName = entry.loginName.trimmed().toLower();
    if (!isLoginName(entry.loginName))
        return invalid(QStringLiteral("login-name"), entry.loginName);
    TRY(entry.name, checkedText(entry.name.trimmed()));
    TRY(entry.nameEn, checkedText(entry.nameEn.trimmed()));
    TRY(entry.title, checkedText(entry.title.trimmed()));
    if (entry.name.isEmpty())
        return invalid(QStringLiteral("name-missing"));
    entry.roles.removeDuplicates();
    TRY_VOID(checkRoles(entry.roles, rules));
    TRY_VOID(rules.passwords.check(entry.password, entry.loginName));
    return entry;
}

Task<Result<Account>> createAccount(Context context, Uuid command, NewAccount entry, AccountRules rules)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = workflow::earlierResult<Account>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Account>(*earlier);
    CO_TRY(const auto checked, checkedAccount(std::move(entry), rules));
    auto hashing = hashPasswordAsync(checked.password);
    CO_TRY(const auto verifier, co_await hashing);
    const auto account = accountOf(context, checked, verifier);
    auto work = changeOf(context, command, account, QStringLiteral("create"));
    work.insert(account);
    auto storing = workflow::commitAndLoad(context, std::move(work), account.id);
    co_return co_await storing;
}

Task<Result<Account>> createFirstAdministrator(Context context, NewAccount entry, AccountRules rules)
{
    auto finding = find(context.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await finding);
    if (!accounts.empty())
        co_return conflict(QStringLiteral("not-first"));
    CO_TRY(const auto checked, checkedAccount(std::move(entry), rules));
    auto hashing = hashPasswordAsync(checked.password);
    CO_TRY(const auto verifier, co_await hashing);
    auto account = accountOf(context, checked, verifier);
    account.passwordChangedAt = context.clock->now(); // its owner has just typed it
    context.session.account = account.id;
    auto work = changeOf(context, context.newCommand(), account, QStringLiteral("create-first"));
    work.insert(account);
    auto storing = workflow::commitAndLoad(context, std::move(work), account.id);
    co_return co_await storing;
}

Task<Result<Account>> changeRoles(Context context,
                                  Uuid command,
                                  Id<Account> id,
                                  QStringList roles,
                                  AccountRules rules)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = workflow::earlierResult<Account>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Account>(*earlier);
    roles.removeDuplicates();
    CO_TRY_VOID(checkRoles(roles, rules));
    auto loading = load(context.store, id);
    CO_TRY(auto account, co_await loading);
    account.roles = {roles.begin(), roles.end()};
    auto keeping = keepAnAdministrator(context, account);
    CO_TRY_VOID(co_await keeping);
    if (id == context.session.account) // else who lets people in could make herself anything
        co_return conflict(QStringLiteral("own-roles"));
    auto work = changeOf(context, command, account, QStringLiteral("roles=") + roles.join(u','));
    work.update(account);
    auto storing = workflow::commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

Task<Result<Account>> changeDepartment(Context context,
                                       Uuid command,
                                       Id<Account> id,
                                       std::optional<Id<administration::Organization>> department)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = workflow::earlierResult<Account>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Account>(*earlier);
    auto checking = checkDepartment(context, department);
    CO_TRY_VOID(co_await checking);
    auto loading = load(context.store, id);
    CO_TRY(auto account, co_await loading);
    account.department = department;
    const auto word = department ? department->toString() : QStringLiteral("none");
    auto work = changeOf(context, command, account, QStringLiteral("department=") + word);
    work.update(account);
    auto storing = workflow::commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

Task<Result<Account>> changeStatus(Context context, Uuid command, Id<Account> id, AccountStatus status)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = workflow::earlierResult<Account>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Account>(*earlier);
    if (id == context.session.account)
        co_return conflict(QStringLiteral("own"));
    auto loading = load(context.store, id);
    CO_TRY(auto account, co_await loading);
    account.status = status;
    auto keeping = keepAnAdministrator(context, account);
    CO_TRY_VOID(co_await keeping);
    auto work = changeOf(context, command, account, codeOf(status));
    work.update(account);
    auto storing = workflow::commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

Task<Result<Account>> resetPassword(Context context,
                                    Uuid command,
                                    Id<Account> id,
                                    QString password,
                                    AccountRules rules)
{
    auto authorising = authorise(context, kManage);
    CO_TRY_VOID(co_await authorising);
    auto repeating = workflow::earlierResult<Account>(context, command);
    CO_TRY(const auto earlier, co_await repeating);
    if (earlier)
        co_return Result<Account>(*earlier);
    auto loading = load(context.store, id);
    CO_TRY(auto account, co_await loading);
    CO_TRY_VOID(rules.passwords.check(password, account.loginName));
    auto hashing = hashPasswordAsync(password);
    CO_TRY(const auto verifier, co_await hashing);
    account.passwordHash = verifier;
    account.passwordChangedAt.reset();
    auto work = changeOf(context, command, account, QStringLiteral("reset-password"));
    work.update(account);
    auto storing = workflow::commitAndLoad(context, std::move(work), id);
    co_return co_await storing;
}

Task<Result<void>> changeOwnPassword(Context context,
                                     Uuid command,
                                     QString current,
                                     QString next,
                                     AccountRules rules)
{
    auto loading = load(context.store, context.session.account);
    CO_TRY(auto account, co_await loading);
    auto proving = provePassword(context.store, account.loginName, account.passwordHash, current);
    CO_TRY(const auto isOwner, co_await proving);
    if (!isOwner)
        co_return Error{ErrorKind::Forbidden, QStringLiteral("password.wrong")};
    if (next == current)
        co_return Error{ErrorKind::Invalid, QStringLiteral("password.same")};
    CO_TRY_VOID(rules.passwords.check(next, account.loginName));
    auto hashing = hashPasswordAsync(next);
    CO_TRY(const auto verifier, co_await hashing);
    account.passwordHash = verifier;
    account.passwordChangedAt = context.clock->now();
    auto work = context.begin(command, QStringLiteral("session.change-password"));
    work.update(account);
    auto storing = context.store->commit(std::move(work));
    CO_TRY_VOID(co_await storing);
    co_return ok();
}

} // namespace simiao::security
