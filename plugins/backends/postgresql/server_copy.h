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
    std::stop_token stop = {};  ///< ends it; what was made is taken away first
};

/// \returns what ServerCopies::backUpServer() says
Result<sdk::ServerCopy> backUp(const CopyPlace &place, const QString &file);

/// \returns what ServerCopies::restoreServer() says
Result<sdk::ServerCopy> restoreCopy(const CopyPlace &place, const QString &file);

/// \returns what ServerCopies::noteRestored() says
Result<void> noteRestored(const CopyPlace &place);

/// An error of either in the words of who keeps the server: a full disk is not what desks are told of it, and who stopped it wants to
/// know what is left.
Result<sdk::ServerCopy> toldToKeeper(Result<sdk::ServerCopy> copy);

} // namespace simiao::postgresql
