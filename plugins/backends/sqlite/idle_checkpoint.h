#pragma once

#include <QString>

#include <functional>

namespace simiao::storage {
class Connection;
}

namespace simiao::sqlite {

/// Moves what the write-ahead log holds into the database file when nobody saves, instead of inside a save: SQLite's
/// own way makes every fifteenth signature wait for it. The log is bounded: beyond 32 MB it is moved at once.
/// \thread  the SQL thread
/// \returns what to call after each commit
std::function<void()> idleCheckpoint(storage::Connection *connection, const QString &databasePath);

} // namespace simiao::sqlite
