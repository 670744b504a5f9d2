#pragma once

#include "imaging/voi_window.h"

#include <array>
#include <string_view>

namespace simiao::imaging {

/// A named window that people who read CT call up with one key.
struct WindowPreset
{
    std::string_view id; ///< stable; the screen shows a translation of it
    double center;       ///< HU
    double width;        ///< HU

    VoiWindow window() const { return {.center = center, .width = width}; }
};

/// The five windows of the CT reading room.
/// \source customary values of CT teaching texts; departments differ by some tens of HU, so these are
///         starting points for the eye and never limits of a measurement
inline constexpr std::array<WindowPreset, 5> kCtPresets{{
    {"lung", -600, 1500},
    {"mediastinum", 40, 400},
    {"bone", 400, 1800},
    {"brain", 40, 80},
    {"abdomen", 60, 350},
}};

/// The preset called `id`, or nullptr.
const WindowPreset *ctPreset(std::string_view id);

} // namespace simiao::imaging
