#pragma once

#include "domain/administration/organization.h"

namespace simiao::security {

/// Whether an account may log in.
enum class AccountStatus { Active, Locked, Retired };

/// A person who works here and logs in. FHIR Practitioner with its PractitionerRole.
struct Account : Record<Account>
{
    /// Practitioner.identifier: log-in name, lower case.
    QString loginName;
    /// Practitioner.name.text.
    QString name;
    /// Practitioner.name.text, Latin script.
    QString nameEn;
    /// Practitioner.qualification.code.text: professional title.
    QString title;
    /// PractitionerRole.code: roles of resources/rules/roles.json.
    std::vector<QString> roles;
    /// PractitionerRole.organization.
    std::optional<Id<administration::Organization>> department;
    /// Argon2id verifier string; never shown or logged; leaves the store in a backup and in a full export only.
    QString passwordHash;
    /// Practitioner.active.
    AccountStatus status = AccountStatus::Active;
    /// Practitioner.extension[passwordChanged]: when its owner chose the password; absent while it is the administrator's.
    std::optional<Instant> passwordChangedAt;

    bool operator==(const Account &) const = default;
};

} // namespace simiao::security

namespace simiao {

template <>
inline constexpr std::array kCodes<security::AccountStatus>{"active", "locked", "retired"};

template <>
struct Describe<security::Account>
{
    using A = security::Account;
    static constexpr const char *name = "Practitioner";
    static constexpr const char *table = "account";
    static constexpr auto fields = recordWith<A>(
        field("login_name", "Practitioner.identifier.value", &A::loginName),
        field("name", "Practitioner.name.text", &A::name),
        field("name_en", "Practitioner.name.text", &A::nameEn),
        field("title", "Practitioner.qualification.code.text", &A::title),
        field("roles", "PractitionerRole.code", &A::roles),
        field("department", "PractitionerRole.organization", &A::department),
        field("password_hash", "Practitioner.extension[verifier]", &A::passwordHash, Privacy::Secret),
        field("status", "Practitioner.active", &A::status),
        field("password_changed_at", "Practitioner.extension[passwordChanged]", &A::passwordChangedAt));
};

} // namespace simiao
