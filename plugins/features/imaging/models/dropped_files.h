#pragma once

#include <QStringList>

class QMimeData;

namespace simiao::viewer {

/// The files and folders of this computer that were dropped or pasted, at most `kMostDropped + 1` of them; links to elsewhere are
/// left out.
QStringList localPathsIn(const QMimeData *data);

/// More than these are a folder that should have been dropped as such.
inline constexpr int kMostDropped = 20;

} // namespace simiao::viewer
