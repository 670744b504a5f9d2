#pragma once

#include "postgres_connector.h"
#include "sdk/server_copies.h"
#include "server_tools.h"

namespace simiao::postgresql {

/// What copies are made and put back with.
struct CopyPlace
{
    ServerSetup setup; ///< logged in as whoever keeps the server
    QString sqlFolder;
    QStringList tools;          ///< folders of PostgreSQL's programs
    QString workstation;        ///< where it is done, for the trail
    sdk::StepProgress progress; ///< may be empty
};

/// \returns what ServerCopies::backUpServer() says
Result<sdk::ServerCopy> backUp(const CopyPlace &place, const QString &file);

/// \returns what ServerCopies::restoreServer() says
Result<sdk::ServerCopy> restoreCopy(const CopyPlace &place, const QString &file);

/// Whether desks may log in to the database of the connection; a database that is being filled keeps them out.
Result<void> keepDesksOut(storage::Connection &connection);
Result<void> letDesksIn(storage::Connection &connection);

} // namespace simiao::postgresql
