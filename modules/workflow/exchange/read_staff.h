#pragma once

#include "domain/security/account.h"
#include "domain/security/password_rules.h"
#include "workflow/exchange/reading.h"

namespace simiao::workflow {

/// What a list of staff is checked against.
struct KnownStaff
{
    std::vector<security::Account> accounts;
    std::vector<administration::Organization> departments;
    QStringList roles; ///< the codes that exist
};

/// login, name, name_en, title, roles, department.
QStringList staffColumns();

/// Accounts of a file. One on record (same log-in name) gets the file's names and title; its password, status, roles and
/// department stay, for those are acts of their own. A new one has no verifier yet and a password its owner must change. Pure.
/// Reasons: `account.login-name`, `import.duplicate`, `import.missing`, `import.unknown` (role, department), and those of the
/// table.
Reading<security::Account> readStaff(const CsvTable &table,
                                     const KnownStaff &known,
                                     const ImportWatch &watch = {});

/// Whether `password` may be the first one of everybody in the file: the rules look at the log-in name too.
/// \returns what PasswordRules::check() says of the first person who may not have it
Result<void> checkFirstPassword(const CsvTable &table,
                                const QString &password,
                                const security::PasswordRules &rules);

} // namespace simiao::workflow
