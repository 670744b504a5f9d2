#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace simiao::imaging {

/// A window as one multiplication: grey = the whole part of `stored * scale + offset`, kept within 0 … 255. Stored values from
/// `firstPadding` to `lastPadding` are 0. No value of 16 bits leads beyond what 32 bits hold.
struct GreyRamp
{
    float scale = 0;
    float offset = 0;
    int firstPadding = 0;
    int lastPadding = -1; ///< before the first: there is none

    bool hasPadding() const { return firstPadding <= lastPadding; }
    std::uint8_t grey(int stored) const
    {
        if (stored >= firstPadding && stored <= lastPadding)
            return 0;
        const float value = std::fma(float(stored), scale, offset);
        return std::uint8_t(std::clamp(value, 0.0F, 255.0F));
    }
};

} // namespace simiao::imaging
