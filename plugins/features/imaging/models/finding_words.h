#pragma once

#include "workflow/diagnostics/import_check.h"

namespace simiao::viewer {

/// "Orientation is missing (3 files)" in the interface's language.
QString findingText(const workflow::ImportFinding &finding);

} // namespace simiao::viewer
