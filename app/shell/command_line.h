#pragma once

#include "bootstrap/application_graph.h"

namespace simiao::shell {

/// What the program was started with.
struct CommandLine
{
    bootstrap::StartOptions start;
    QString theme;           ///< empty: as remembered or configured
    QString display;         ///< a window that the running workstation is to open; empty: none
    bool wantsReset = false; ///< ask whether the training profile is to be put back to its beginning
    bool wantsConfig = false;
    bool wantsVersion = false;
    bool wantsHelp = false;
    std::optional<int> tourFd; ///< of a socket to the tour that plays this program
};

/// \param arguments  with the program's name
/// \returns `command-line.usage` (Invalid) with what is wrong
Result<CommandLine> parseCommandLine(const QStringList &arguments);

/// One line an option.
QString usageText();

} // namespace simiao::shell
