#pragma once

#include "core/result.h"

namespace simiao::storage {
class Connection;
}

namespace simiao::sqlite {

/// Number of the last migration that the file has had.
Result<int> schemaNumber(storage::Connection &connection, const QString &sqlFolder);

} // namespace simiao::sqlite
