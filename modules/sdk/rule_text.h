#pragma once

#include "domain/base/issue.h"

namespace simiao::sdk {

/// "RX07 · health ministry order 53 · 2026-11": where a finding comes from, for whoever doubts it; empty when no rule of a
/// file speaks. Ids, titles and versions are as their file has them, in no interface language.
QString ruleText(const RuleReference &rule);

} // namespace simiao::sdk
