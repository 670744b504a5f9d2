#include "cli/cli_session.h"

namespace simiao::cli {

using namespace Qt::StringLiterals;

Task<Result<workflow::Context>> logIn(const bootstrap::ApplicationGraph *graph, Invocation invocation)
{
    if (invocation.user.isEmpty())
        co_return Error{ErrorKind::Invalid, u"cli.user-missing"_s};
    auto loggingIn = security::logIn(graph->loginPorts(), invocation.user, invocation.password);
    CO_TRY(const auto session, co_await loggingIn);
    if (session.mustChangePassword)
        co_return Error{ErrorKind::Forbidden, u"password.must-change"_s};
    co_return graph->contextFor(session);
}

Task<Result<Seat>> signIn(Call call)
{
    Seat seat;
    CO_TRY(seat.graph, call.graph());
    auto loggingIn = logIn(seat.graph.get(), call.invocation);
    CO_TRY(seat.context, co_await loggingIn);
    co_return seat;
}

} // namespace simiao::cli
