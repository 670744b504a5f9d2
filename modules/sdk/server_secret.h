#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sdk {

/// Where a desk has the password of its log-in at the server. A back-end plugin whose store is a server may be one of these too. The
/// setting `backend` holds the address.
/// \thread  any but the GUI: blocks until the system's key store has answered
class ServerSecret
{
public:
    virtual ~ServerSecret();

    /// Puts the password into the key store of the system, of whoever runs this; desks ask for it where `server.key-store` is set.
    /// \returns what the entry is called there; Unavailable `server.key-store` with what the system says
    virtual Result<QString> keepPassword(const BackendEnvironment &environment, const QString &password) = 0;
};

} // namespace simiao::sdk

#define SimiaoServerSecret_iid "org.simiao.ServerSecret/1"
Q_DECLARE_INTERFACE(simiao::sdk::ServerSecret, SimiaoServerSecret_iid)
