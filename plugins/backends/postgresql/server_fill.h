#pragma once

#include "server_copy.h"

namespace simiao::postgresql {

/// What a move into a database is made with.
struct FillOrder
{
    ServerSetup setup; ///< logged in as whoever keeps the server
    QString sqlFolder;
    QString folder;                   ///< in the form of docs/export-format.md
    QString workstation;              ///< whose chain it becomes; empty: that of the last record
    workflow::TableProgress progress; ///< may be empty
    std::stop_token stop = {};
};

/// \returns what RowTarget::takeRows() says
Result<workflow::Transfer> fillServer(const FillOrder &order);

} // namespace simiao::postgresql
