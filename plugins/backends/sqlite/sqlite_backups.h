#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sqlite {

/// Notes in the profile that a proved copy was written to `file`, wherever that is: found again when the database is not.
/// An error of the disk; the copy stands all the same.
Result<void> noteBackup(const sdk::BackendEnvironment &environment, const QString &file);

/// The copies that were noted and those made before migrations, as far as they are still there; the latest first.
std::vector<sdk::BackupCopy> knownBackups(const sdk::BackendEnvironment &environment);

} // namespace simiao::sqlite
