#pragma once

#include "core/result.h"
#include "core/task_of.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QThread>

#include <functional>
#include <memory>

namespace simiao::storage {

/// The one thread on which a connection is opened, used and closed. Work runs in the order it was given.
class SqlThread
{
public:
    SqlThread();
    SqlThread(const SqlThread &) = delete;
    SqlThread &operator=(const SqlThread &) = delete;
    /// Finishes the work in hand, then ends.
    ~SqlThread();

    /// Runs `work` there; every promise is kept, also when the thread is ending.
    template <typename T>
    Task<Result<T>> run(std::function<Result<T>()> work)
    {
        return taskOf(start(std::move(work)));
    }

    /// Runs `work` there and waits. For opening and closing, before and after the event loop.
    template <typename T>
    Result<T> runBlocking(std::function<Result<T>()> work)
    {
        auto future = start(std::move(work));
        return future.result();
    }

private:
    template <typename T>
    QFuture<Result<T>> start(std::function<Result<T>()> work)
    {
        const auto promise = std::make_shared<QPromise<Result<T>>>();
        promise->start();
        QMetaObject::invokeMethod(
            &m_worker,
            [promise, work = std::move(work)] {
                promise->addResult(work());
                promise->finish();
            },
            Qt::QueuedConnection);
        return promise->future();
    }

    QThread m_thread;
    QObject m_worker;
};

} // namespace simiao::storage
