#pragma once

#include "command.h"

namespace simiao::cli {

/// The context of the person named by --user, whose password comes from --password-file or standard input.
/// \returns `cli.user-missing` (Invalid), `disk.open` for the password file, or what logIn() says
/// The graph must outlive the task.
Task<Result<workflow::Context>> logIn(const bootstrap::ApplicationGraph *graph, Invocation invocation);

} // namespace simiao::cli
