#pragma once

#include "core/result.h"
#include "core/task_of.h"

#include <QThreadPool>
#include <QtConcurrentRun>

#include <exception>
#include <type_traits>
#include <utility>

namespace simiao::dicom {

/// Runs `work`, which gives a Result, on the pool; what it throws becomes an Internal error.
/// The future is never cancelled and never abandoned: the pool outlives its queue.
template <typename Work>
auto onPool(QThreadPool *pool, Work work) -> Task<std::invoke_result_t<Work &>>
{
    using Outcome = std::invoke_result_t<Work &>;
    auto guarded = [work = std::move(work)]() mutable -> Outcome {
        try {
            return work();
        } catch (const std::exception &thrown) {
            return Error{.kind = ErrorKind::Internal,
                         .code = QStringLiteral("imaging.decoder-threw"),
                         .detail = QString::fromUtf8(thrown.what())};
        }
    };
    return taskOf(QtConcurrent::run(pool, std::move(guarded)));
}

} // namespace simiao::dicom
