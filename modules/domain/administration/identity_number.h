#pragma once

#include "core/date.h"
#include "core/result.h"
#include "domain/administration/patient.h"

namespace simiao::administration {

/// What a resident identity number (GB 11643-1999, 18 characters) says of its holder.
struct IdentityNumber
{
    QString text; ///< normalised: upper-case X
    QString area; ///< first six digits, GB/T 2260
    Date birthDate;
    Gender gender = Gender::Unknown;

    bool operator==(const IdentityNumber &) const = default;
};

/// \returns `identity.length`, `identity.character`, `identity.birth-date` or `identity.check-digit`,
///          with the position (from 1) of what is wrong in `detail`
/// \source  GB 11643-1999: check character by ISO 7064 MOD 11-2
Result<IdentityNumber> parseIdentityNumber(const QString &text, Date today);

/// The check character of the first 17 digits.
QChar identityCheckCharacter(QStringView seventeenDigits);

} // namespace simiao::administration
