#include "cli/cli_session.h"

#include "bootstrap/live_reference.h"
#include "sdk/desk.h"
#include "workflow/session/clock_check.h"

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
    if (!seat.graph->live->isRead()) { // inside a workstation it is, and its clock was looked at
        auto checking = workflow::checkClock(seat.graph->contextOfNobody());
        CO_TRY(const auto behind, co_await checking);
        if (behind)
            call.say(sdk::errorText(*behind));
        auto reading = seat.graph->live->read();
        const auto read = co_await reading;
        seat.graph->live->take(read);
    }
    auto loggingIn = logIn(seat.graph.get(), call.invocation);
    CO_TRY(seat.context, co_await loggingIn);
    co_return seat;
}

} // namespace simiao::cli
