#pragma once

#include "core/disk.h"

namespace simiao {

/// What no settings file, list of switches or remembered layout is larger than.
inline constexpr qint64 kMostOfSmallFile = 1024 * 1024;

/// A file of settings: looked at before it is opened, because whoever can put a pipe, a device or a gigabyte in its place could
/// stop the program at its start.
/// \returns NotFound `disk.open` where nothing is; Invalid `disk.not-a-file` for a folder, a pipe, a device or a link that leads
///          nowhere, `disk.too-large`; else an error of the disk. The path is in `detail`
Result<QByteArray> readSmallFile(Disk &disk, const QString &path);

} // namespace simiao
