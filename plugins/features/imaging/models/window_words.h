#pragma once

#include "imaging/voi_window.h"

namespace simiao::viewer {

/// "W 1500 L -600": whole numbers where the window is wide enough, else three significant digits.
QString windowText(const imaging::VoiWindow &window);

} // namespace simiao::viewer
