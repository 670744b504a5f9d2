#pragma once

#include <QString>

namespace simiao::host {

/// From now on a fault of this program (a bad address, an abort) makes the empty file `path` before the program ends as it would
/// have. Empty: no more. What others end, by a signal or with the power, leaves nothing. Keeps the last path only.
/// \thread one at a time
void makeFileOnFault(const QString &path);

} // namespace simiao::host
