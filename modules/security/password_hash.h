#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QString>

namespace simiao::security {

/// Argon2id verifier string of `password` with a fresh salt: 64 MiB, t = 2, about 80 ms.
/// The password is brought to Unicode NFC first (RFC 8265), so that the input method does not matter.
/// \returns `password.hash` (Unavailable) when the memory cannot be had
/// \thread  any but the GUI: blocks
Result<QString> hashPassword(const QString &password);

/// Whether `password` belongs to the verifier string `hash`; false when that is no verifier at all.
/// \thread  any but the GUI: blocks
bool verifyPassword(const QString &hash, const QString &password);

/// A verifier that no password fits, with the parameters of hashPassword(): verified when there is no
/// account, so that the answer takes as long as for one that exists.
QString decoyVerifier();

/// The same on the global thread pool; resume on the thread that awaits them.
Task<Result<QString>> hashPasswordAsync(QString password);
Task<bool> verifyPasswordAsync(QString hash, QString password);

} // namespace simiao::security
