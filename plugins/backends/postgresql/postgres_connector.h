#pragma once

#include "acting_person.h"
#include "primary_host.h"
#include "server_address.h"
#include "storage/sql/connection.h"
#include "wire.h"

#include <QDeadlineTimer>

#include <chrono>
#include <memory>

namespace simiao::postgresql {

/// An open connection with the statements of the catalogue, and the wire they go over.
struct OpenServer
{
    std::shared_ptr<Wire> wire; ///< goes after the connection
    std::unique_ptr<storage::Connection> connection;
};

/// What is the same for each connection to a server.
struct ServerSetup
{
    ServerAddress address;
    storage::StatementCatalogue catalogue;
    QString desk = {}; ///< name of the workstation
    int step = 0;      ///< of the schema that the program knows; 0: whatever is there
    std::shared_ptr<ActingPerson> person = std::make_shared<ActingPerson>();
    std::shared_ptr<PrimaryHost> primary = std::make_shared<PrimaryHost>();
    /// What a call may take, from when it is made; then a person is told.
    std::chrono::milliseconds patience{3'000};

    QDeadlineTimer callDeadline() const { return QDeadlineTimer(patience); }
    /// The same with a session of one's own, where the address names a pooler.
    ServerSetup forSession() const
    {
        return {address.session(), catalogue, desk, step, person, primary, patience};
    }
};

/// The statements of the common folder with PostgreSQL's over them.
Result<storage::StatementCatalogue> catalogueIn(const QString &sqlFolder);

/// How PostgreSQL writes what the catalogue does not hold.
storage::Dialect postgresDialect();

/// Opens a connection for the thread that calls. Names are looked up and hosts tried on a thread of their own, which is left to
/// itself when the deadline passes: a silent network is not waited for.
/// \returns Unavailable `server.unreachable`; Forbidden `server.login` or `server.tls` with what was said
Result<OpenServer> openServer(const ServerSetup &setup, QDeadlineTimer deadline);

} // namespace simiao::postgresql
