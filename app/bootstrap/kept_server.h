#pragma once

#include "bootstrap/application_graph.h"
#include "sdk/row_moves.h"
#include "sdk/server_copies.h"
#include "sdk/server_keeper.h"
#include "sdk/server_proof.h"
#include "sdk/server_secret.h"

#include <QTemporaryDir>

#include <memory>

namespace simiao::bootstrap {

/// A server as whoever keeps it sees it: from any computer, with no workstation's profile.
struct KeptServer
{
    QTemporaryDir scratch;
    std::unique_ptr<host::PluginHost> plugins;
    sdk::ServerKeeper *keeper = nullptr; ///< owned by its library
    sdk::ServerCopies *copies = nullptr; ///< the same
    sdk::ServerProof *proof = nullptr;   ///< the same
    sdk::ServerSecret *secret = nullptr; ///< the same
    sdk::RowSource *source = nullptr;    ///< the same
    sdk::RowTarget *rows = nullptr;      ///< the same
    sdk::BackendEnvironment environment;
};

/// Loads the plugin that knows the server of `address`; nothing is connected yet.
/// \returns Invalid `server.address` where its scheme is not that of a server; what the plugin host says
Result<std::unique_ptr<KeptServer>> keptServer(const StartOptions &options, const QString &address);

} // namespace simiao::bootstrap
