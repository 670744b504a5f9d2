#pragma once

#include "core/error.h"
#include "domain/security/account.h"

#include <QMap>
#include <QStringList>

namespace simiao::admin {

/// What is being entered about an account, as typed, until it is stored.
struct AccountEntry
{
    enum class Kind { New, Roles, Department, Password };
    enum class Field { LoginName, Name, NameEn, Title, Department, Password };

    Kind kind = Kind::New;
    /// Whose roles, department or password; absent for a new account.
    std::optional<security::Account> account;
    /// Department is the id as text.
    QMap<Field, QString> texts;
    QStringList roles;
    /// The same for each attempt, until the store has answered one.
    Uuid command;
    /// Why the last attempt was refused; gone with the next key.
    std::optional<Error> fault;
};

} // namespace simiao::admin

namespace simiao {

/// Names in the draft journal.
template <>
inline constexpr std::array kCodes<admin::AccountEntry::Field>{"login-name", "name",       "name-en",
                                                               "title",      "department", "password"};

} // namespace simiao
