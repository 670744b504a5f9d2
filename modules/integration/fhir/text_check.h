#pragma once

#include "core/json.h"

namespace simiao::fhir {

/// Refuses a text that no store keeps intact: `text.nul` or `text.lone-surrogate` with its path and position. What
/// Json::parse gave holds none; what was built in memory may.
Result<void> checkTexts(const Json &json, const QString &path = {});

} // namespace simiao::fhir
