#pragma once

#include "cli/call.h"
#include "core/json.h"

#include <optional>
#include <vector>

namespace simiao::cli {

/// How something ended that may be done in part: images sent, films printed.
struct PartialOutcome
{
    bool isWhole = false;
    std::vector<Error> failures = {};  ///< of single ones
    std::optional<Error> endedBy = {}; ///< before all were tried
};

/// Says what is wrong, prints `json`. \returns the exit code: that of what ended it, else whether something is missing
int told(const Call &call, const PartialOutcome &outcome, const Json &json);

} // namespace simiao::cli
