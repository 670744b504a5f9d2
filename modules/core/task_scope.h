#pragma once

#include "core/log.h"
#include "core/result.h"
#include "core/task.h"

#include <exception>
#include <memory>
#include <stop_token>

namespace simiao {

/// Owns tasks nobody awaits: logs what they fail with, counts them, asks them to stop when it goes.
/// \thread  the thread that made it
class TaskScope
{
public:
    TaskScope()
        : m_state(std::make_shared<State>())
    {
    }
    TaskScope(const TaskScope &) = delete;
    TaskScope &operator=(const TaskScope &) = delete;
    ~TaskScope() { m_stop.request_stop(); }

    /// Runs `task` to its end, also beyond the life of the scope.
    template <typename T>
    void start(Task<Result<T>> task)
    {
        ++m_state->running;
        // The task is eager: it is already running, and its end is watched here.
        watch(std::move(task), m_state);
    }

    /// Cancelled when the scope goes; pass it to the tasks started here.
    std::stop_token stopToken() const { return m_stop.get_token(); }
    int running() const { return m_state->running; }
    int failed() const { return m_state->failed; }

private:
    struct State
    {
        int running = 0;
        int failed = 0;
    };

    template <typename T>
    static Task<> watch(Task<Result<T>> task, std::shared_ptr<State> state)
    {
        try {
            const auto result = co_await task;
            if (!result && result.error().kind != ErrorKind::Cancelled) {
                ++state->failed;
                log::error(result.error());
            }
        } catch (const std::exception &thrown) {
            ++state->failed;
            log::error(QStringLiteral("task.threw: %1").arg(QString::fromUtf8(thrown.what())));
        }
        --state->running;
    }

    std::stop_source m_stop;
    std::shared_ptr<State> m_state;
};

} // namespace simiao
