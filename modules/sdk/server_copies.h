#pragma once

#include "sdk/backend_plugin.h"

#include <functional>
#include <stop_token>

namespace simiao::sdk {

/// A copy of a server's database that was proved: written and read back, or put back and compared.
struct ServerCopy
{
    QString file; ///< absolute; its manifest stands beside it
    Instant made;
    int schema = 0;         ///< the step it was made at
    int databaseSchema = 0; ///< the step of the database it is of, or was put into: that of this program
    std::vector<workflow::TableContents> tables; ///< all of them, by name
    qint64 auditLinks = 0;                       ///< of all workstations together
    qint64 tookMs = 0;                           ///< from being asked for to being proved
};

/// Told what is done now: a table's name, or a word for a step. On the thread that does it.
using StepProgress = std::function<void(const QString &step)>;

/// Copies of a server's whole database, made and put back by whoever keeps it. A back-end plugin whose store is a server may be one
/// of these too. The setting `backend` holds the address to log in with, as ServerKeeper says.
/// Each may be stopped from another thread: it takes away what it has made and ends with Cancelled `server.copy-stopped`.
/// \thread  any but the GUI: blocks as long as it takes
class ServerCopies
{
public:
    virtual ~ServerCopies();

    /// Writes a copy of one moment into `file`, reads it back whole, and puts its manifest beside it. Desks go on meanwhile.
    /// \returns Conflict `backup.exists`; NotFound `backup.folder`, `server.tools-missing`; Conflict `server.tools-old`;
    ///          Unavailable `disk.full`, `server.…`; Forbidden `server.refused`
    virtual Result<ServerCopy> backUpServer(const BackendEnvironment &environment,
                                            const QString &file,
                                            const StepProgress &progress,
                                            const std::stop_token &stop) = 0;

    /// Puts a copy into an empty database, which then is another generation: desks notice. It is compared as it was made, and then
    /// brought to the step of this program. No desk is let in before; after an error the database is as empty as before.
    /// \returns beside that: NotFound `server.copy-unfinished`; Corrupt `server.copy-manifest`, `server.copy-damaged`,
    ///          `server.copy-differs` (a table), `row.…`, `audit.…`; Conflict `server.not-empty` (a table), `server.copy-newer`
    ///          ("10 9": the copy's step, the program's), `server.copy-update` (what stood against it)
    virtual Result<ServerCopy> restoreServer(const BackendEnvironment &environment,
                                             const QString &file,
                                             const StepProgress &progress,
                                             const std::stop_token &stop) = 0;

    /// The same into a database made for it on the same server, which is gone afterwards.
    virtual Result<ServerCopy> drill(const BackendEnvironment &environment,
                                     const QString &file,
                                     const StepProgress &progress,
                                     const std::stop_token &stop) = 0;

    /// A database that was put back by other means (a base backup, a snapshot of the disk) is another generation from now on, as after
    /// restoreServer(): a desk that has only read there cannot know otherwise that what it saw is gone. Noted in the trail.
    virtual Result<void> noteRestored(const BackendEnvironment &environment) = 0;
};

} // namespace simiao::sdk

#define SimiaoServerCopies_iid "org.simiao.ServerCopies/2"
Q_DECLARE_INTERFACE(simiao::sdk::ServerCopies, SimiaoServerCopies_iid)
