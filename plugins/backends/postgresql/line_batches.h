#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <functional>

namespace simiao::postgresql {

/// Takes lines with LF between them, and the number of the first of them, from 0.
using TakeBatch = std::function<Result<void>(qint64 first, const QByteArray &lines)>;

/// Hands out the lines of a file that follow the first `done` of them, some thousands at a time.
/// \param name  of a file below `folder`
/// \returns how many lines it has; NotFound `disk.open`; the first error of `take`
Result<qint64> forEachBatch(const QString &folder, const QString &name, qint64 done, const TakeBatch &take);

} // namespace simiao::postgresql
