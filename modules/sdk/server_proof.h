#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sdk {

/// What reading all audit chains of a server has shown.
struct ChainsProof
{
    qint64 links = 0; ///< of all chains together
    qint64 roots = 0; ///< one a day
    /// The last of them: who keeps it elsewhere can tell when somebody has put all of it back.
    QString lastDay;
    QByteArray lastRoot;
};

/// Reads everything that a server holds, by whoever keeps it. A back-end plugin whose store is a server may be one of these too. The
/// setting `backend` holds the address to log in with, as ServerKeeper says.
/// \thread  any but the GUI: blocks as long as it takes
class ServerProof
{
public:
    virtual ~ServerProof();

    /// Every chain from its first link, against the place where the server says it stands and against the root of each day.
    /// \returns Corrupt `audit.…` with the first bad record and its workstation; Corrupt `audit.root` with the day
    virtual Result<ChainsProof> proveChains(const BackendEnvironment &environment) = 0;

    /// Every row that is not what was written; empty where all are.
    virtual Result<std::vector<workflow::StoreProblem>> checkServer(
        const BackendEnvironment &environment) = 0;
};

} // namespace simiao::sdk

#define SimiaoServerProof_iid "org.simiao.ServerProof/1"
Q_DECLARE_INTERFACE(simiao::sdk::ServerProof, SimiaoServerProof_iid)
