#include "bootstrap/last_backup.h"

#include "bootstrap/store_driver.h"
#include "core/log.h"
#include "core/task_of.h"
#include "core/try.h"

#include <QtConcurrentRun>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

namespace {

using Latest = Result<std::optional<Instant>>;

Latest latestOf(sdk::BackendPlugin *backend, const sdk::BackendEnvironment &environment)
{
    TRY(const auto copies, backend->backups(environment));
    return copies.empty() ? std::optional<Instant>() : std::optional(copies.front().made);
}

} // namespace

LastBackup lastBackupOf(const ApplicationGraph &graph)
{
    if (!graph.maintenance)
        return {};
    const auto backend = graph.plugins->backend(storeDriver(graph.config));
    if (!backend) {
        log::error(backend.error());
        return {};
    }
    const auto &folders = graph.profile->folders();
    const sdk::BackendEnvironment environment{folders.data, folders.cache, graph.resources + u"/sql"_s,
                                              graph.config, false};
    return [plugin = *backend, environment] {
        return taskOf(QtConcurrent::run([plugin, environment] { return latestOf(plugin, environment); }));
    };
}

} // namespace simiao::bootstrap
