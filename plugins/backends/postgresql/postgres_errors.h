#pragma once

#include "core/error.h"

class QSqlError;
struct pg_result;

namespace simiao::postgresql {

/// What the server says is wrong, in our words. Of its texts only names of tables and columns are taken: the rest may hold
/// what somebody typed.
Error mapResult(const pg_result *result);

/// The same of QtSql's driver, which keeps nothing but the code.
Error mapError(const QSqlError &error);

/// The answer did not come in time; the connection is given up. Unavailable `server.silent`.
Error silent();
/// The connection ended. Unavailable `server.lost`.
Error lost();

/// Whether the connection is gone, or is one to a server that takes no writes: another one may do.
bool isLost(const Error &error);
/// Whether the same command may simply be given again: another one was in its way.
bool isInTheWay(const Error &error);

} // namespace simiao::postgresql
