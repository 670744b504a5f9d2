#pragma once

#include "cli/call.h"

namespace simiao::cli {

/// The context of the person named by --user.
/// \returns `cli.user-missing` (Invalid), `password.must-change` (Forbidden), or what security::logIn() says
/// The graph must outlive the task.
Task<Result<workflow::Context>> logIn(const bootstrap::ApplicationGraph *graph, Invocation invocation);

/// The graph, and who works on it.
struct Seat
{
    GraphPointer graph;
    workflow::Context context;
};

/// Opens the graph, with the rules and words that the hospital has activated, and logs in. The seat keeps the graph while it lives.
Task<Result<Seat>> signIn(Call call);

} // namespace simiao::cli
