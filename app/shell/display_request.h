#pragma once

#include "bootstrap/application_graph.h"

namespace simiao::shell {

/// `simiao --display NAME`: asks the workstation that has the profile open for the window, and says on stderr what keeps it
/// from opening.
/// \returns the exit code: 0; 2 when there is no such display; 3 when nobody has the profile open, or the display cannot open
/// \thread  blocks: for a program without a window
int requestDisplay(const bootstrap::StartOptions &options, const QString &name);

} // namespace simiao::shell
