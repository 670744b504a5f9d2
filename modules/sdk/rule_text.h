#pragma once

#include "domain/base/issue.h"

namespace simiao::sdk {

/// "RX07 · health ministry order 53 · 2026-11": where a finding comes from, for whoever doubts it; empty when no rule of a
/// file speaks. Ids and versions are as their file has them; of a source with an English and a Chinese name, "English (中文)",
/// the one of the screen's language.
QString ruleText(const RuleReference &rule);

} // namespace simiao::sdk
