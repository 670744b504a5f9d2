#pragma once

#include "core/result.h"
#include "server_address.h"

#include <QStringList>

#include <functional>
#include <stop_token>

namespace simiao::postgresql {

/// PostgreSQL's own programs for copies.
struct ServerTools
{
    QString dump;    ///< pg_dump
    QString restore; ///< pg_restore
    int version = 0; ///< 15
};

/// Where such programs stand: the folders of Debian's packages and those of PATH.
QStringList toolFolders();

/// The newest of the programs in `folders`.
/// \param serverVersion  15: an older program cannot read such a server
/// \returns NotFound `server.tools-missing`; Conflict `server.tools-old` ("14 15")
Result<ServerTools> findServerTools(int serverVersion, const QStringList &folders);

/// Told the table ("patient") that a program is at.
using TableTold = std::function<void(const QString &table)>;

/// Runs one to its end. What it says may quote rows: of that only what we know to be harmless comes back.
/// \param place  of the file that it writes or reads
/// \param told   may be empty
/// \param stop   ends the program, which the server then takes back; Cancelled `core.cancelled`. A signal to all of a terminal's programs
///               does not reach it by itself, and it does not outlive this one (Linux)
/// \returns Unavailable `disk.full` (what is left), `server.disk-full`, `server.unreachable`, `server.tool-failed` (the program);
///          Forbidden `server.refused`
Result<void> runTool(const QString &program,
                     const QStringList &arguments,
                     const QString &place,
                     const TableTold &told,
                     const std::stop_token &stop);

/// The argument that says where the server is. A password never stands in it: libpq finds it in the passfile.
QString databaseArgument(ServerAddress address);

} // namespace simiao::postgresql
