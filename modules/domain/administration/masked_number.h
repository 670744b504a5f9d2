#pragma once

#include <QString>

namespace simiao::administration {

/// An identity number as a list may show it: 110***********1234. Short ones are stars only.
/// \thread  any, pure
QString maskedIdentifier(const QString &number);

/// A telephone number as a list may show it: 138****5678; of a short one the last two digits.
/// \thread  any, pure
QString maskedPhone(const QString &number);

} // namespace simiao::administration
