#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QByteArray>
#include <QString>

namespace simiao::security {

/// The key that a verifier string of hashPassword() ends with: who has it has the password.
/// \param salt  what stands before it in the verifier: `$argon2id$v=19$m=…,t=…,p=1$salt` (PHC string format)
/// \returns 32 bytes; Invalid `password.salt` for words that are none of ours or would take more than 256 MiB or 8 passes;
///          Unavailable `password.hash` when the memory cannot be had
/// \thread  any but the GUI: blocks
Result<QByteArray> passwordKey(const QString &salt, const QString &password);

/// The same on the global thread pool; resumes on the thread that awaits it.
Task<Result<QByteArray>> passwordKeyAsync(QString salt, QString password);

} // namespace simiao::security
