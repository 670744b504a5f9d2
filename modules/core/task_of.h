#pragma once

#include "core/task.h"

#include <QCoroFuture>
#include <QFuture>

namespace simiao {

/// The task that ends when `future` does, on the thread that awaits it: how an adapter hands work done elsewhere to
/// coroutines. The future must be kept and must not be cancelled; awaiting an abandoned one crashes.
template <typename T>
Task<T> taskOf(QFuture<T> future)
{
    co_return co_await future;
}

} // namespace simiao
