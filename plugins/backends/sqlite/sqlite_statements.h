#pragma once

#include "storage/sql/reading_statement.h"
#include "storage/sql/writing_statement.h"

namespace simiao::sqlite {

/// Statements given to SQLite itself: UTF-8 made once into room that stays, where QtSql gives UTF-16 through QVariants that
/// SQLite converts again, and describes the columns of each result anew. A signature binds four hundred values.
/// \param database  open, and of the SQLite that this program is linked to (joinedLog() tells); outlives the statements
storage::PrepareReading readingWithSqlite(const QSqlDatabase &database);
storage::PrepareWriting writingWithSqlite(const QSqlDatabase &database);

} // namespace simiao::sqlite
