#pragma once

#include "cli/call.h"

#include <QCommandLineOption>
#include <QList>

namespace simiao::cli {

/// What the person asked for: a command with its invocation, or words to be shown.
struct CommandLine
{
    const Command *command = nullptr; ///< null: show `text` and end with `exitCode`
    Invocation invocation;
    QString passwordFile;    ///< empty: standard input
    QString newPasswordFile; ///< empty: standard input, the second line
    QString text;
    int exitCode = Good;
};

/// Every option there is; which command takes which stands in its summary.
QList<QCommandLineOption> options();

/// \param arguments  as of QCoreApplication::arguments()
CommandLine parseCommandLine(const QStringList &arguments);

} // namespace simiao::cli
