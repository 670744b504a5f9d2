#include "bootstrap/kept_server.h"

#include "bootstrap/resources.h"
#include "bootstrap/store_driver.h"
#include "core/try.h"

#include <QCoreApplication>

namespace simiao::bootstrap {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<KeptServer>> keptServer(const StartOptions &options, const QString &address)
{
    auto server = std::make_unique<KeptServer>();
    const auto folders = foldersBelow(server->scratch.path());
    auto start = options;
    start.overrides.append(u"backend="_s + address);
    TRY(const auto config, settingsFor(start));
    TRY(const auto resources,
        findResources(QCoreApplication::applicationDirPath(), qEnvironmentVariable("SIMIAO_RESOURCES")));
    server->environment = {folders.data, folders.cache, resources + u"/sql"_s, config};
    server->plugins = pluginsFor(config, folders);
    TRY(auto *plugin, server->plugins->backend(storeDriver(config)));
    server->keeper = dynamic_cast<sdk::ServerKeeper *>(plugin);
    server->copies = dynamic_cast<sdk::ServerCopies *>(plugin);
    server->proof = dynamic_cast<sdk::ServerProof *>(plugin);
    server->secret = dynamic_cast<sdk::ServerSecret *>(plugin);
    server->rows = dynamic_cast<sdk::RowTarget *>(plugin);
    server->source = dynamic_cast<sdk::RowSource *>(plugin);
    if (!server->keeper || !server->copies || !server->proof || !server->secret || !server->source
        || !server->rows)
        return Error{ErrorKind::Invalid, u"server.address"_s, address.section(u"://"_s, 0, 0)};
    return server;
}

} // namespace simiao::bootstrap
