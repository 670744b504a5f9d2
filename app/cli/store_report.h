#pragma once

#include "core/json.h"
#include "workflow/ports/maintenance.h"

#include <vector>

namespace simiao::cli {

/// {"patient": {"rows": 3, "hash": "…"}}
Json asJson(const std::vector<workflow::TableContents> &tables);

/// [{"code": "row.hash", "place": "…"}]
Json asJson(const std::vector<workflow::StoreProblem> &problems);

} // namespace simiao::cli
