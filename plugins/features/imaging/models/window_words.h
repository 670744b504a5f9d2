#pragma once

#include "imaging/voi_window.h"
#include "imaging/window_presets.h"

namespace simiao::viewer {

/// "Lung" … in the interface's language.
QString presetName(const imaging::WindowPreset &preset);

/// "W 1500 L -600": whole numbers where the window is wide enough, else three significant digits.
QString windowText(const imaging::VoiWindow &window);

/// Name of the CT preset with these values, nothing where there is none.
QString matchingPreset(const imaging::VoiWindow &window);

} // namespace simiao::viewer
