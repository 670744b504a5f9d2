#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <limits>

namespace simiao::postgresql {

/// Takes lines with LF between them, and the number of the first of them, from 0.
using TakeBatch = std::function<Result<void>(qint64 first, const QByteArray &lines)>;

/// Which lines of a file: behind the first `done` of them, up to the line `end`.
struct LineRange
{
    qint64 done = 0;
    qint64 end = std::numeric_limits<qint64>::max();
};

/// Hands them out, some thousands at a time.
/// \param name  of a file below `folder`
/// \returns how many lines there were up to the end; NotFound `disk.open`; the first error of `take`
Result<qint64> forEachBatch(const QString &folder,
                            const QString &name,
                            LineRange range,
                            const TakeBatch &take);

} // namespace simiao::postgresql
