#pragma once

#include "workflow/ports/store.h"

#include <QCoroTask>
#include <QDeadlineTimer>

#include <chrono>

namespace simiao::test {

inline bool isOfDeadline(const QString &code)
{
    return code == QLatin1StringView("store.unknown") || code == QLatin1StringView("server.unreachable")
        || code == QLatin1StringView("server.silent") || code == QLatin1StringView("server.busy")
        || code == QLatin1StringView("server.lost");
}

/// What `call` says of a server that serves: made again while nobody answers it within the deadline of a desk, which a busy machine may make
/// of it, for half a minute. For what comes before or behind the fault that a test is about; a commit that is made again is the same one.
/// \param call  makes a Task<Result<T>>
template <typename Call>
auto inTheEnd(const Call &call)
{
    const QDeadlineTimer end(std::chrono::seconds(30));
    for (;;) {
        auto answer = QCoro::waitFor(call());
        if (answer || !isOfDeadline(answer.error().code) || end.hasExpired())
            return answer;
    }
}

/// inTheEnd() of a commit. What was unknown may have been settled meanwhile as never to be stored: then it is done anew, as a person would.
/// \param make  makes the unit of work, each time with a command of its own
template <typename Make>
Result<workflow::Receipt> storeInTheEnd(const std::shared_ptr<workflow::Store> &store, const Make &make)
{
    for (;;) {
        const workflow::UnitOfWork work = make();
        auto receipt = inTheEnd([&] { return store->commit(work); });
        if (receipt || receipt.error().code != QLatin1StringView("store.given-up"))
            return receipt;
    }
}

} // namespace simiao::test
