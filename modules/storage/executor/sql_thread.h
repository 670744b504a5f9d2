#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QObject>
#include <QThread>

#include <coroutine>
#include <functional>
#include <future>
#include <optional>
#include <utility>
#include <vector>

namespace simiao::storage {

/// Where this thread's event loop takes up coroutines again.
QObject *homeOfThisThread();

/// Where errands are run, one after the other.
class SqlWorker : public QObject
{
public:
    /// Done when the answer of the errand in hand is on its way.
    void afterAnswer(std::function<void()> work) { m_after.push_back(std::move(work)); }
    void settle();

private:
    std::vector<std::function<void()>> m_after;
};

/// Awaited, does `work` on the thread of `worker` and resumes where it was awaited: two events and nothing between them. A
/// future with its watcher costs three times as much, and a signature goes there and back three times.
template <typename T>
class Errand
{
public:
    Errand(SqlWorker *worker, std::function<Result<T>()> work)
        : m_worker(worker)
        , m_work(std::move(work))
    {
    }

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> waiting)
    {
        QMetaObject::invokeMethod(
            m_worker, [this, waiting, home = homeOfThisThread()] { run(waiting, home); },
            Qt::QueuedConnection);
    }
    Result<T> await_resume() { return *std::move(m_result); }

private:
    /// On the worker's thread; when it has handed over, this may be gone.
    void run(std::coroutine_handle<> waiting, QObject *home)
    {
        SqlWorker *worker = m_worker;
        m_result.emplace(m_work());
        m_work = nullptr;
        QMetaObject::invokeMethod(home, [waiting] { waiting.resume(); }, Qt::QueuedConnection);
        worker->settle();
    }

    SqlWorker *m_worker;
    std::function<Result<T>()> m_work;
    std::optional<Result<T>> m_result;
};

/// The one thread on which a connection is opened, used and closed. Work runs in the order it was given.
class SqlThread
{
public:
    SqlThread();
    SqlThread(const SqlThread &) = delete;
    SqlThread &operator=(const SqlThread &) = delete;
    /// Finishes the work that was given, then ends.
    ~SqlThread();

    /// Runs `work` there; it is given at once, whenever the task is awaited.
    template <typename T>
    Task<Result<T>> run(std::function<Result<T>()> work)
    {
        co_return co_await Errand<T>(&m_worker, std::move(work));
    }

    /// Runs `work` there and waits. For opening and closing, before and after the event loop.
    template <typename T>
    Result<T> runBlocking(std::function<Result<T>()> work)
    {
        std::promise<Result<T>> promise;
        QMetaObject::invokeMethod(
            &m_worker,
            [this, &promise, &work] {
                promise.set_value(work());
                m_worker.settle();
            },
            Qt::QueuedConnection);
        return promise.get_future().get();
    }

    /// Called by an errand: `work` is done there before the next one, but nobody who waits for this one waits for it.
    void afterAnswer(std::function<void()> work) { m_worker.afterAnswer(std::move(work)); }

private:
    QThread m_thread;
    SqlWorker m_worker;
};

} // namespace simiao::storage
