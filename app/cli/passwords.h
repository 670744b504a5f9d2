#pragma once

#include "cli/command_line.h"

namespace simiao::cli {

/// The passwords of a call.
struct Passwords
{
    QString user;  ///< of --user
    QString fresh; ///< to be set
};

/// From the files named, else line by line from standard input: first that of --user, if somebody is named, then the new one
/// where the command sets one. `disk.open` (NotFound) with the file.
Result<Passwords> readPasswords(const CommandLine &line);

} // namespace simiao::cli
