#pragma once

#include "cli/call.h"

namespace simiao::cli {

/// "db backup FILE": the command as it is called.
QString callOf(const Command &command);

/// A whole call that shows how the command is meant, to be copied and changed: "simiao-cli db backup /backup/monday.db".
QString exampleOf(const Command &command);

/// In one sentence what the command does to a workstation that has the profile open.
QString reachOf(const Command &command);

/// What `simiao-cli <words> --help` says.
QString helpOf(const Command &command);

/// Appended to every call that was misunderstood and can be told from others by its words.
QString usageOf(const Command &command);

} // namespace simiao::cli
