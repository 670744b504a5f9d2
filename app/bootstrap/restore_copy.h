#pragma once

#include "bootstrap/closed_backend.h"
#include "core/task.h"

namespace simiao::bootstrap {

/// Reads all of a copy on a thread of the pool; see BackendPlugin::prove().
Task<Result<sdk::BackupProof>> proveCopy(std::shared_ptr<ClosedBackend> closed, QString file);

/// Puts a copy in the place of the store and records that in the restored trail (`database.maintain`, by nobody: there is no
/// store to log in with). See BackendPlugin::restore(); the store is closed again when the task ends.
/// \returns what it held before that record; an error before anything was replaced, or that of the record
Task<Result<std::vector<workflow::TableContents>>> restoreCopy(std::shared_ptr<ClosedBackend> closed,
                                                               QString file);

} // namespace simiao::bootstrap
