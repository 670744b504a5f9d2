#pragma once

#include "core/error.h"

class QSqlError;

namespace simiao::sqlite {

/// SQLite's result code as ours: busy, full, constraint (detail: table.column), corrupt, not a database.
Error mapError(const QSqlError &error);

} // namespace simiao::sqlite
