#pragma once

#include <QString>

#include <functional>

namespace simiao::storage {
class Connection;
}

namespace simiao::sqlite {

/// Bytes. The connection needs `journal_size_limit` of the same size: a log that is begun anew is shortened to it, else its
/// file would stay long and every save look like one too many.
inline constexpr qint64 kLogLimit = 4LL * 1024 * 1024;

/// Moves what the write-ahead log holds into the database file when nobody saves, instead of inside a save: SQLite's
/// own way makes every fifteenth signature wait for it. The log is bounded: beyond kLogLimit it is moved right after the save.
/// \thread  the SQL thread
/// \returns what to call after each commit
std::function<void()> idleCheckpoint(storage::Connection *connection, const QString &databasePath);

} // namespace simiao::sqlite
