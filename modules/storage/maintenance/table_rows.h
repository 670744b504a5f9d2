#pragma once

#include "core/result.h"
#include "domain/base/row.h"

#include <functional>

namespace simiao::storage {

class Connection;
class ReadingStatement;

/// Takes one row, or why it could not be read; `statement` stands on it. An error ends the reading.
using TakeRow = std::function<Result<void>(const Result<Row> &row, const ReadingStatement &statement)>;

/// Hands every row of a named statement to `take`, in its order.
/// \returns the first error of `take`; Corrupt `store.corrupt` with the table when the database ends in the middle
Result<void> forEachRow(Connection &connection,
                        const TypeInfo &type,
                        const QString &statement,
                        const TakeRow &take);

} // namespace simiao::storage
