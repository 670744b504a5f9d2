#pragma once

#include "bootstrap/application_graph.h"
#include "core/task.h"

#include <functional>
#include <optional>

namespace simiao::bootstrap {

/// When the latest copy of the store was made that the profile knows of and that is still there; nothing: there is none.
/// Reads folders that may be slow, on a thread of the pool.
using LastBackup = std::function<Task<Result<std::optional<Instant>>>()>;

/// Null where the back-end is not maintained from here. Not to be called once the graph is gone.
LastBackup lastBackupOf(const ApplicationGraph &graph);

} // namespace simiao::bootstrap
