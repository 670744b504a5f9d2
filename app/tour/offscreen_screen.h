#pragma once

#include "core/result.h"

#include <QSize>

namespace simiao::tour {

/// Makes a screen of this size: writes its description to `folder`.
/// \returns the QT_QPA_PLATFORM that shows it; without one, offscreen's screen is 800x800
Result<QString> makeOffscreenScreen(const QString &folder, QSize size);

} // namespace simiao::tour
