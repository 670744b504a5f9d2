#pragma once

#include "command.h"

namespace simiao::cli {

/// A command and what its help says.
struct Command
{
    QString words;     ///< "audit verify"
    QString arguments; ///< "FILE"
    QString summary;
    Run run = nullptr;
    int argumentCount = 0;
};

const std::vector<Command> &commands();

/// What the person asked for: a command with its invocation, or words to be shown.
struct CommandLine
{
    const Command *command = nullptr; ///< null: show `text` and end with `exitCode`
    Invocation invocation;
    QString text;
    int exitCode = Good;
};

/// \param arguments  as of QCoreApplication::arguments()
CommandLine parseCommandLine(const QStringList &arguments);

} // namespace simiao::cli
