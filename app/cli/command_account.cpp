#include "cli/cli_session.h"
#include "cli/command_table.h"
#include "workflow/ports/queries.h"

#include <algorithm>

namespace simiao::cli {

using namespace Qt::StringLiterals;
using security::Account;
using security::AccountStatus;

namespace {

QStringList rolesOf(const Invocation &invocation)
{
    QStringList roles;
    for (const auto &role : invocation.roles.split(u',', Qt::SkipEmptyParts))
        roles.append(role.trimmed());
    return roles;
}

Json jsonOf(const Account &account)
{
    Json roles{Json::Array{}};
    for (const auto &role : account.roles)
        roles.append(role);
    return Json(Json::Object{{u"login"_s, account.loginName},
                             {u"name"_s, account.name},
                             {u"roles"_s, roles},
                             {u"status"_s, codeOf(account.status)},
                             {u"mustChangePassword"_s, !account.passwordChangedAt}});
}

int report(const Call &call, const Result<Account> &account)
{
    if (!account)
        return call.fail(account.error());
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"account"_s, jsonOf(*account)}}));
    return Good;
}

Task<Result<std::optional<Id<administration::Organization>>>> departmentOf(workflow::Context context,
                                                                           QString code)
{
    using Department = std::optional<Id<administration::Organization>>;
    if (code.isEmpty())
        co_return Department();
    auto finding = workflow::find(context.store, workflow::query::organizations);
    CO_TRY(const auto organizations, co_await finding);
    const auto found = std::ranges::find(organizations, code, &administration::Organization::code);
    if (found == organizations.end())
        co_return Error{ErrorKind::NotFound, u"account.department-unknown"_s, code};
    co_return Department(found->id);
}

Task<Result<Account>> accountNamed(workflow::Context context, QString loginName)
{
    auto finding =
        workflow::find(context.store, workflow::query::accountByLogin, loginName.trimmed().toLower());
    CO_TRY(const auto found, co_await finding);
    if (found.empty())
        co_return Error{ErrorKind::NotFound, u"account.unknown"_s, loginName};
    co_return Result<Account>(found.front());
}

/// The first account of a hospital needs nobody to be logged in; it must be an administrator then.
Task<Result<Account>> addAccount(GraphPointer graph, Invocation invocation)
{
    const auto open = graph->contextFor({});
    auto counting = workflow::find(open.store, workflow::query::accounts);
    CO_TRY(const auto accounts, co_await counting);
    security::NewAccount entry{invocation.arguments.first(),
                               invocation.name,
                               invocation.nameEn,
                               invocation.title,
                               rolesOf(invocation),
                               {},
                               invocation.newPassword};
    if (accounts.empty()) {
        auto creating = security::createFirstAdministrator(open, entry, graph->accountRules());
        co_return co_await creating;
    }
    auto loggingIn = logIn(graph.get(), invocation);
    CO_TRY(const auto context, co_await loggingIn);
    auto resolving = departmentOf(context, invocation.department);
    CO_TRY(const auto department, co_await resolving);
    entry.department = department;
    auto creating = security::createAccount(context, context.newCommand(), entry, graph->accountRules());
    co_return co_await creating;
}

Task<int> add(Call call)
{
    const auto graph = call.graph();
    if (!graph)
        co_return call.fail(graph.error());
    auto adding = addAccount(*graph, call.invocation);
    const auto added = co_await adding;
    co_return report(call, added);
}

/// What is done with an account that is there.
using Change = Task<Result<Account>> (*)(workflow::Context, Account, Invocation, security::AccountRules);

Task<int> change(Call call, Change act)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    auto finding = accountNamed(seat->context, call.invocation.arguments.first());
    const auto account = co_await finding;
    if (!account)
        co_return call.fail(account.error());
    auto acting = act(seat->context, *account, call.invocation, seat->graph->accountRules());
    const auto changed = co_await acting;
    co_return report(call, changed);
}

Task<Result<Account>> setRoles(workflow::Context context,
                               Account account,
                               Invocation invocation,
                               security::AccountRules rules)
{
    return security::changeRoles(context, context.newCommand(), account.id, rolesOf(invocation), rules);
}

template <AccountStatus status>
Task<Result<Account>> setStatus(workflow::Context context,
                                Account account,
                                Invocation,
                                security::AccountRules)
{
    return security::changeStatus(context, context.newCommand(), account.id, status);
}

Task<Result<Account>> setPassword(workflow::Context context,
                                  Account account,
                                  Invocation invocation,
                                  security::AccountRules rules)
{
    return security::resetPassword(context, context.newCommand(), account.id, invocation.newPassword, rules);
}

Task<int> changeRoles(Call call)
{
    return change(call, setRoles);
}
Task<int> lock(Call call)
{
    return change(call, setStatus<AccountStatus::Locked>);
}
Task<int> unlock(Call call)
{
    return change(call, setStatus<AccountStatus::Active>);
}
Task<int> retire(Call call)
{
    return change(call, setStatus<AccountStatus::Retired>);
}
Task<int> resetPassword(Call call)
{
    return change(call, setPassword);
}

Task<Result<std::vector<Account>>> allAccounts(workflow::Context context)
{
    auto authorising = workflow::authorise(context, u"account.manage"_s);
    CO_TRY_VOID(co_await authorising);
    auto finding = workflow::find(context.store, workflow::query::accounts);
    co_return co_await finding;
}

Task<int> list(Call call)
{
    auto signingIn = signIn(call);
    const auto seat = co_await signingIn;
    if (!seat)
        co_return call.fail(seat.error());
    auto finding = allAccounts(seat->context);
    const auto accounts = co_await finding;
    if (!accounts)
        co_return call.fail(accounts.error());
    Json all{Json::Array{}};
    for (const auto &account : *accounts)
        all.append(jsonOf(account));
    call.print(Json(Json::Object{{u"ok"_s, true}, {u"accounts"_s, all}}));
    co_return Good;
}

} // namespace

Commands accountCommands()
{
    return {{u"user list"_s, {}, u"All accounts."_s, list},
            {u"user add"_s, u"LOGIN"_s, u"A new account (--name, --roles, --department, --title)."_s, add, 1},
            {u"user role"_s, u"LOGIN"_s, u"Other roles for an account (--roles)."_s, changeRoles, 1},
            {u"user lock"_s, u"LOGIN"_s, u"Nobody can log in with it until it is unlocked."_s, lock, 1},
            {u"user unlock"_s, u"LOGIN"_s, u"Opens it again."_s, unlock, 1},
            {u"user retire"_s, u"LOGIN"_s, u"Closes the account of somebody who left."_s, retire, 1},
            {u"user password"_s, u"LOGIN"_s, u"A new first password, to be changed at the next log-in."_s,
             resetPassword, 1}};
}

} // namespace simiao::cli
