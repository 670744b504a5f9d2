#include "imaging/window_presets.h"

#include <algorithm>

namespace simiao::imaging {

const WindowPreset *ctPreset(std::string_view id)
{
    const auto found = std::ranges::find(kCtPresets, id, &WindowPreset::id);
    return found == kCtPresets.end() ? nullptr : &*found;
}

} // namespace simiao::imaging
