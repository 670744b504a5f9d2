#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sdk {

/// What whoever keeps a server does with it, once, from the command line. A back-end plugin whose store is a server is one of these
/// too. The setting `backend` holds the address to log in with, as somebody who may do this; no desk has it.
/// \thread  any but the GUI: blocks
class ServerKeeper
{
public:
    virtual ~ServerKeeper();

    /// Makes an empty database one of ours, or brings one of ours up to date. Harmless when done again.
    virtual Result<SchemaVersions> initialise(const BackendEnvironment &environment) = 0;

    /// Lets a desk log in as `login`; one that may already gets the new password.
    /// \returns Invalid `server.login-name`, `password.too-short`; Forbidden `server.refused`
    virtual Result<void> admitDesk(const BackendEnvironment &environment,
                                   const QString &login,
                                   const QString &password) = 0;
};

} // namespace simiao::sdk

#define SimiaoServerKeeper_iid "org.simiao.ServerKeeper/1"
Q_DECLARE_INTERFACE(simiao::sdk::ServerKeeper, SimiaoServerKeeper_iid)
