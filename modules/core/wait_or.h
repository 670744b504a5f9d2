#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QCoroFuture>
#include <QFuture>
#include <QObject>
#include <QPointer>
#include <QPromise>
#include <QTimer>

#include <chrono>
#include <memory>
#include <stop_token>

namespace simiao {

namespace detail {

/// One answer, given by whoever is first: the signal, the clock, the stop token or the sender's death.
class SignalRace
{
public:
    enum class Outcome { Signalled, TimedOut, Stopped, SenderGone };

    SignalRace() { m_promise.start(); }
    QFuture<Outcome> future() { return m_promise.future(); }

    void finish(Outcome outcome)
    {
        if (m_finished)
            return;
        m_finished = true;
        m_promise.addResult(outcome);
        m_promise.finish();
    }

private:
    bool m_finished = false;
    QPromise<Outcome> m_promise;
};

} // namespace detail

/// Waits until `sender` emits `signal`, at most `timeout`, at most until `stop` is requested.
/// \returns ok; `core.wait-timeout` (Unavailable); `core.cancelled`; `core.sender-gone` (NotFound) when the sender died
/// \thread  the sender's, with an event loop
template <typename Sender, typename Signal>
Task<Result<void>> waitOr(Sender *sender,
                          Signal signal,
                          std::stop_token stop,
                          std::chrono::milliseconds timeout)
{
    using Outcome = detail::SignalRace::Outcome;
    const auto race = std::make_shared<detail::SignalRace>();
    QObject context; // takes the connections with it when the coroutine ends
    QObject::connect(sender, signal, &context, [race] { race->finish(Outcome::Signalled); });
    QObject::connect(sender, &QObject::destroyed, &context, [race] { race->finish(Outcome::SenderGone); });
    QTimer::singleShot(timeout, &context, [race] { race->finish(Outcome::TimedOut); });
    const std::stop_callback stopped(stop, [race, at = QPointer<QObject>(&context)] {
        if (at)
            QMetaObject::invokeMethod(at, [race] { race->finish(Outcome::Stopped); }, Qt::QueuedConnection);
    });

    const auto future = race->future();
    const auto outcome = co_await future;
    switch (outcome) {
    case Outcome::Signalled: co_return ok();
    case Outcome::TimedOut: co_return Error{ErrorKind::Unavailable, QStringLiteral("core.wait-timeout")};
    case Outcome::Stopped: co_return cancelled();
    case Outcome::SenderGone: co_return Error{ErrorKind::NotFound, QStringLiteral("core.sender-gone")};
    }
    co_return Error{};
}

} // namespace simiao
