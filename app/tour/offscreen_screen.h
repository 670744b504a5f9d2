#pragma once

#include "core/result.h"

#include <QSize>

namespace simiao::tour {

/// Makes a screen of this size, called "tour", and where `beside` is valid one to its right, called "beside": writes their
/// description to `folder`.
/// \returns the QT_QPA_PLATFORM that shows them; without one, offscreen's screen is 800x800
Result<QString> makeOffscreenScreens(const QString &folder, QSize size, QSize beside);

} // namespace simiao::tour
