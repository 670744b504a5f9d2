#pragma once

#include "domain/security/account.h"
#include "domain/security/password_rules.h"
#include "workflow/context.h"

/// What an administrator does to accounts. Each act is one commit; nothing is deleted. A repeated command gives the account
/// that the first one changed, as it stands now.
namespace simiao::security {

/// An account as it is entered.
struct NewAccount
{
    QString loginName; ///< small letters, digits, dot, hyphen; 2 to 32
    QString name;
    QString nameEn;
    QString title;
    QStringList roles;
    std::optional<Id<administration::Organization>> department;
    QString password; ///< the first one; its owner must change it at the first log-in
};

/// What every act here needs besides the context.
struct AccountRules
{
    PasswordRules passwords;
    QStringList roles; ///< the codes that exist
};

/// Invalid `account.login-name`, `account.name-missing`, `account.role-unknown` (the role in `detail`),
/// `account.role-missing`, or what the password rules say. Pure. \returns the entry with blanks and case put right
Result<NewAccount> checkedAccount(NewAccount entry, const AccountRules &rules);

/// Act `account.manage`. Conflict `store.unique` when the log-in name is taken.
Task<Result<Account>> createAccount(workflow::Context context,
                                    Uuid command,
                                    NewAccount entry,
                                    AccountRules rules);

/// The administrator of a store that has no account yet; nobody needs to be logged in for it.
/// Conflict `account.not-first` once there is any account.
Task<Result<Account>> createFirstAdministrator(workflow::Context context,
                                               NewAccount entry,
                                               AccountRules rules);

/// Act `account.manage`. Conflict `account.last-administrator` when nobody would be left who manages accounts, `account.own-roles` for one's own.
Task<Result<Account>> changeRoles(workflow::Context context,
                                  Uuid command,
                                  Id<Account> account,
                                  QStringList roles,
                                  AccountRules rules);

/// Where the person works from the next log-in on; none: nowhere in particular. Act `account.manage`. NotFound
/// `account.department-unknown`.
Task<Result<Account>> changeDepartment(workflow::Context context,
                                       Uuid command,
                                       Id<Account> account,
                                       std::optional<Id<administration::Organization>> department);

/// Locks, unlocks or retires. Act `account.manage`. Conflict `account.own` for one's own account,
/// `account.last-administrator` as above.
Task<Result<Account>> changeStatus(workflow::Context context,
                                   Uuid command,
                                   Id<Account> account,
                                   AccountStatus status);

/// A new first password, to be changed at the next log-in. Act `account.manage`.
Task<Result<Account>> resetPassword(workflow::Context context,
                                    Uuid command,
                                    Id<Account> account,
                                    QString password,
                                    AccountRules rules);

/// The owner's own change. Forbidden `password.wrong` when `current` is not hers; Invalid `password.same`.
Task<Result<void>> changeOwnPassword(workflow::Context context,
                                     Uuid command,
                                     QString current,
                                     QString next,
                                     AccountRules rules);

} // namespace simiao::security
