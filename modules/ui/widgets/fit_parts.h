#pragma once

#include <vector>

namespace simiao::ui {

/// A piece of text in a line that may be too narrow for all of them.
struct LinePart
{
    int width = 0;       ///< px when whole
    int least = 0;       ///< px it may be elided to
    int rank = 0;        ///< the lowest gives way first
    bool isKept = false; ///< elided at worst, never left out
    bool operator==(const LinePart &) const = default;
};

/// The width each part gets in `room`; 0 for a part that is left out. A part is elided before it is left
/// out, and left out before the next rank is touched. \param gap  px between parts
std::vector<int> fitParts(const std::vector<LinePart> &parts, int gap, int room);

} // namespace simiao::ui
