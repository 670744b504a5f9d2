#pragma once

#include "storage/sql/connection.h"
#include "workflow/ports/question.h"

#include <vector>

namespace simiao::storage {

/// All rows of a named statement, each held against its hash.
/// \returns what run() says; Corrupt as RowReader::read() says it
Result<std::vector<Row>> readRows(Connection &connection,
                                  const TypeInfo &type,
                                  const QString &statement,
                                  const workflow::Parameters &parameters);

/// The rows that answer a question that names a query.
Result<std::vector<Row>> readAnswer(Connection &connection, const workflow::Question &question);

/// The row of an id; NotFound `store.not-found` with the table.
Result<Row> readRow(Connection &connection, const TypeInfo &type, Uuid id);

} // namespace simiao::storage
