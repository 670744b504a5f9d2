#pragma once

#include "cli/call.h"

namespace simiao::cli {

/// The context of the person named by --user.
/// \returns `cli.user-missing` (Invalid), `password.must-change` (Forbidden), or what security::logIn() says
/// The graph must outlive the task.
Task<Result<workflow::Context>> logIn(const bootstrap::ApplicationGraph *graph, Invocation invocation);

} // namespace simiao::cli
