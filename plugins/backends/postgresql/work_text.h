#pragma once

#include "workflow/ports/unit_of_work.h"

namespace simiao::postgresql {

/// A unit of work as simiao_api.commit() takes it (resources/sql/postgresql). Rows are the canonical JSON that their hashes are
/// made of; where a running number belongs stands a mark that nobody can have typed, for it holds the command's id.
QString workText(const workflow::UnitOfWork &work);

} // namespace simiao::postgresql
