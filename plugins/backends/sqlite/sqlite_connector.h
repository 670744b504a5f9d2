#pragma once

#include "storage/sql_store.h"

namespace simiao::sqlite {

/// Opens (or creates) the database file as the only user of it, and migrates it.
/// Conflict `sqlite.in-use` when another process holds it; Corrupt `sqlite.not-a-database`.
/// \param databasePath   the file; nothing else in this process may open it (POSIX locks drop on any close)
/// \param sqlFolder      resources/sql
storage::Connector connector(const QString &databasePath, const QString &sqlFolder);

} // namespace simiao::sqlite
