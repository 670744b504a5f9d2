#pragma once

#include "core/result.h"
#include "domain/base/row.h"
#include "workflow/ports/maintenance.h"

namespace simiao::storage {

class Connection;

/// What the tables of `types` hold, each row with the hash of its canonical JSON, computed anew.
/// \returns Corrupt `row.value` or `row.hash` at the first row that does not fit
Result<std::vector<workflow::TableContents>> contentsOf(Connection &connection,
                                                        const std::vector<const TypeInfo *> &types);

/// Every row that is not what was written; at most `most` of a table.
std::vector<workflow::StoreProblem> findRowProblems(Connection &connection,
                                                    const std::vector<const TypeInfo *> &types,
                                                    int most = 100);

/// The same of an SQLite database, with every page and every reference that is wrong; at most `most` of a kind.
Result<std::vector<workflow::StoreProblem>> findProblems(Connection &connection,
                                                         const std::vector<const TypeInfo *> &types,
                                                         int most = 100);

} // namespace simiao::storage
