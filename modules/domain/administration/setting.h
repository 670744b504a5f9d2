#pragma once

#include "domain/administration/organization.h"

#include <array>

namespace simiao::administration {

/// Whose setting it is; a later one wins over an earlier one.
enum class SettingLevel { Hospital, Department, User };

/// One choice that somebody made for the hospital, a department or a person. What nobody chose has its default in
/// `resources/rules/settings.json`.
struct Setting : Record<Setting>
{
    SettingLevel level = SettingLevel::Hospital;
    /// Of which department; only at its level.
    std::optional<Id<Organization>> department;
    /// Of whom; only at the level of a person.
    std::optional<Id<security::Account>> account;
    /// "session.idle-lock-minutes"
    QString key;
    /// As the catalogue's type writes it: true, 10, classic.
    QString value;

    bool operator==(const Setting &) const = default;
};

} // namespace simiao::administration

namespace simiao {

template <>
inline constexpr std::array kCodes<administration::SettingLevel>{"hospital", "department", "user"};

template <>
struct Describe<administration::Setting>
{
    using S = administration::Setting;
    static constexpr const char *name = "Setting";
    static constexpr const char *table = "setting";
    static constexpr auto fields = recordWith<S>(field("level", "Basic.extension[level]", &S::level),
                                                 field("department", "Basic.subject", &S::department),
                                                 field("account", "Basic.subject", &S::account),
                                                 field("key", "Basic.code.text", &S::key),
                                                 field("value", "Basic.extension[value]", &S::value));
};

} // namespace simiao
