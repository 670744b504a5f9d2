#include "bootstrap/closed_backend.h"

#include "bootstrap/resources.h"
#include "bootstrap/store_driver.h"
#include "core/log.h"
#include "core/try.h"

#include <QCoreApplication>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<ClosedBackend>> openClosedBackend(const StartOptions &options)
{
    auto closed = std::make_unique<ClosedBackend>();
    TRY(closed->profile, openProfile(options));
    const auto &folders = closed->profile->folders();
    log::start(folders.log);
    TRY(closed->config, settingsFor(options));
    TRY(const auto resources,
        findResources(QCoreApplication::applicationDirPath(), qEnvironmentVariable("SIMIAO_RESOURCES")));
    closed->plugins = pluginsFor(closed->config, folders);
    TRY(closed->backend, closed->plugins->backend(storeDriver(closed->config)));
    closed->environment = {folders.data, folders.cache, resources + u"/sql"_s, closed->config};
    return closed;
}

} // namespace simiao::bootstrap
