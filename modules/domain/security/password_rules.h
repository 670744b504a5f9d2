#pragma once

#include "core/instant.h"
#include "core/result.h"

#include <QStringList>

namespace simiao::security {

/// What a hospital asks of passwords: `resources/rules/passwords.json`.
struct PasswordRules
{
    int shortest = 10;      ///< characters
    int fewestKinds = 2;    ///< of: lower case, upper case, digits, everything else (Chinese too)
    int longestSame = 3;    ///< the same character in a row
    int maximumAgeDays = 0; ///< 0: a good password need not be changed
    QStringList
        forbidden; ///< lower case; no password may be one of them, or one of them with digits behind it

    /// Why `password` is refused for `loginName`: Invalid `password.short` (least length in `detail`), `password.kinds`,
    /// `password.repeated`, `password.common`, `password.login-name`; `text.nul` and `text.lone-surrogate`.
    Result<void> check(const QString &password, const QString &loginName) const;

    /// Whether a password set at `changedAt` must be renewed. One that was never set by its owner must.
    bool isExpired(std::optional<Instant> changedAt, Instant now) const;

    /// \returns `passwords.shape` (Invalid) with the key that is missing or wrong, or an error of JSON
    static Result<PasswordRules> parse(const QByteArray &json);

    bool operator==(const PasswordRules &) const = default;
};

} // namespace simiao::security
