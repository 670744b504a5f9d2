#pragma once

#include "bootstrap/application_graph.h"
#include "core/task.h"

namespace simiao::cli {

/// One call of the program, parsed.
struct Invocation
{
    bootstrap::StartOptions start;
    QStringList arguments; ///< after the command's words
    bool isJson = false;
    bool isDryRun = false;
    QString user;
    QString passwordFile; ///< empty: standard input
    QString release;
};

/// Exit codes of the program; scripts rely on them.
enum ExitCode {
    Good = 0,
    Usage = 1,
    Refused = 2, ///< input refused, or a check failed
    Unreachable = 3,
    Forbidden = 4,
};

/// What stands behind the words of a command.
using Run = Task<int> (*)(Invocation invocation);

Task<int> listPlugins(Invocation invocation);
Task<int> printConfig(Invocation invocation);
Task<int> verifyAudit(Invocation invocation);
Task<int> backUp(Invocation invocation);
Task<int> importIcd10(Invocation invocation);
Task<int> makeDemo(Invocation invocation);

} // namespace simiao::cli
