#pragma once

#include "sdk/backend_plugin.h"

namespace simiao::sdk {

/// A log-in of the server.
struct ServerLogin
{
    enum class Kind {
        Desk,    ///< of a workstation, at which persons sign in
        Program, ///< of an import or an interface: believed what it says
        Person   ///< of one person, who needs no session
    };
    QString name;
    QString password = {};
    Kind kind = Kind::Desk;
    QString person = {};    ///< log-in name of the account it belongs to
    QStringList desks = {}; ///< workstations that it may stand at; any where empty
};

/// What the running server lets each role do.
struct AccessMatrix
{
    QStringList roles;
    QStringList acts;
    std::vector<std::vector<bool>> isGranted; ///< by act, by role
    /// "act role" where that is not what roles.json and server_acts.json of this program say.
    QStringList differences;
};

/// What a server lets the log-ins of desks do beside Simiao's own functions; empty where it is as it should be.
struct OpenDoors
{
    QStringList functions; ///< "pg_terminate_backend(integer,bigint)": anybody may call it
    QStringList
        settings; ///< "desk_1 statement_timeout=1": holds for each session of that log-in, and somebody else has set it
};

/// What whoever keeps a server does with it, once, from the command line. A back-end plugin whose store is a server is one of these
/// too. The setting `backend` holds the address to log in with, as somebody who may do this; no desk has it.
/// \thread  any but the GUI: blocks
class ServerKeeper
{
public:
    virtual ~ServerKeeper();

    /// Makes an empty database one of ours, or brings one of ours up to date. Harmless when done again.
    virtual Result<SchemaVersions> initialise(const BackendEnvironment &environment) = 0;

    /// Lets somebody log in; who may already gets the new password.
    /// \returns Invalid `server.login-name`, `server.login-password`; NotFound `server.no-person`; Forbidden `server.refused`
    virtual Result<void> admit(const BackendEnvironment &environment, const ServerLogin &login) = 0;

    /// Has each act tried in each role on the running server, in a transaction that is taken back. Only a superuser may.
    virtual Result<AccessMatrix> measureAccess(const BackendEnvironment &environment) = 0;

    /// What initialise() could not close, as only a superuser may, and what log-ins have changed for themselves since admit().
    virtual Result<OpenDoors> openDoors(const BackendEnvironment &environment) = 0;
};

} // namespace simiao::sdk

#define SimiaoServerKeeper_iid "org.simiao.ServerKeeper/3"
Q_DECLARE_INTERFACE(simiao::sdk::ServerKeeper, SimiaoServerKeeper_iid)
