#pragma once

#include "core/result.h"
#include "core/task.h"

#include <QByteArray>

namespace simiao::admin {

/// What stands in a file, read off the thread of the screen. NotFound `disk.open`; Invalid `package.too-large` over workflow::kLargestPackage.
Task<Result<QByteArray>> readPackageFile(QString path);

/// Writes a file, off the thread of the screen; an error of the disk.
Task<Result<void>> writePackageFile(QString path, QByteArray content);

} // namespace simiao::admin
