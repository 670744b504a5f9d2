#pragma once

#include "sdk/backend_plugin.h"
#include "storage/sql/connection.h"

namespace simiao::sqlite {

/// A whole copy of the open database in a new file, for its owner alone (mode 0600); nothing stays of one that was not
/// completed. Conflict `backup.exists`; NotFound `backup.folder` with the file.
Result<void> vacuumInto(storage::Connection &connection, const QString &path);

/// The same, read back from the new file and compared table by table. A copy that differs is removed.
/// \returns what both hold; Corrupt `backup.differs` with the table in `detail`
Result<std::vector<workflow::TableContents>> provenCopy(storage::Connection &connection,
                                                        const QString &path,
                                                        const QString &sqlFolder);

/// Reads all of a copy; see BackendPlugin::prove().
Result<sdk::BackupProof> proveCopy(const sdk::BackendEnvironment &environment, const QString &file);

/// Puts `file` in the place of the database of `environment`, which nobody may have open; see BackendPlugin::restore().
Result<std::vector<workflow::TableContents>> restoreFrom(const sdk::BackendEnvironment &environment,
                                                         const QString &file);

} // namespace simiao::sqlite
