#pragma once

#include <QStringList>

namespace simiao::cli {

/// The file, or all files below the folder in the order of their names, but for the directories of media (DICOMDIR, told by their SOP
/// class): no archive takes one, it says only where on that medium the others are. Blocks.
QStringList filesToSend(const QString &path);

} // namespace simiao::cli
